import type { RunOptions } from '../options.ts';

/** How a component asks. */
export type QueryOptions<Data> = Pick<RunOptions, 'timeoutMs' | 'locale'> & {
  /** False waits with asking, for example until a variable is known. True when left out. */
  readonly enabled?: boolean | undefined;
  /** What a server has answered already: shown at once, and asked again. It belongs to the first variables alone. */
  readonly initialData?: NoInfer<Data> | undefined;
  /** What to show while other variables are not answered yet; `keepPreviousData` shows what was there before. */
  readonly placeholderData?:
    | ((previousData: NoInfer<Data> | undefined) => NoInfer<Data> | undefined)
    | undefined;
};

/** Variables may be left out where none is required. */
export type QueryArguments<Variables, Options> =
  Record<never, never> extends Variables
    ? [variables?: Variables | undefined, options?: Options]
    : [variables: Variables, options?: Options];

/**
 * As `placeholderData`: shows the answer to the previous variables until there is one to the new.
 *
 * @example
 * const { data, isPlaceholderData } = useQuery(CityFigures, { city }, { placeholderData: keepPreviousData });
 */
export function keepPreviousData<Data>(previousData: Data | undefined): Data | undefined {
  return previousData;
}
