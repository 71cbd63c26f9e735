import type { ApiError } from './error.ts';
import type { exchange, Gateway } from './exchange.ts';
import type { Operation } from './operation.ts';
import type { RunOptions } from './options.ts';

/** How a list is read. */
export type ItemsOptions<Path = string | readonly string[]> = Pick<
  RunOptions,
  'signal' | 'timeoutMs' | 'locale'
> & {
  /** Which list, where the answer has several: names of fields, such as `'project.activities'`. */
  readonly path?: Path | undefined;
  /** Items of one request, where the operation has a variable `$first`. 100 when left out, the most that the contract allows. */
  readonly pageSize?: number | undefined;
  /** A `cursor` that an earlier iterator told: begins behind it. */
  readonly resumeFrom?: string | null | undefined;
  /** Ends after so many items. */
  readonly limit?: number | undefined;
};

/** Variables of an operation without those that turn its pages. */
export type ItemsVariables<Variables> = string extends keyof Variables
  ? Variables
  : Omit<Variables, 'after' | 'first'>;

/** A list, item by item. Pages are asked for as they are needed. */
export interface Items<Node> extends AsyncIterableIterator<Node> {
  /**
   * Where to resume: the end of the last page of which every item was taken and the next one asked for. Items of
   * the page after it come again. Null before that.
   */
  readonly cursor: string | null;
}

/** A list that is being read. */
export type Walk = {
  readonly operation: Operation<unknown, unknown>;
  readonly variables: object | undefined;
  readonly options: ItemsOptions;
  readonly gateway: Gateway;
  /** Where the last page ended. */
  cursor: string | null;
};

/** What reading needs and the program has already, given so that it is not loaded twice. */
export type Means = {
  readonly exchange: typeof exchange;
  readonly ApiError: typeof ApiError;
  /** Aborted when nobody wants more items. */
  readonly stopper: AbortController;
};
