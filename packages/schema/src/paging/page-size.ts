import { badUserInput } from '../error.ts';

/** Records on a page when the caller does not say. */
export const DEFAULT_PAGE_SIZE = 20;
/** Most records on one page. */
export const MAX_PAGE_SIZE = 100;

/** Descriptions of what every connection has in common. */
export const connectionTexts = {
  firstArgOptions: {
    description: `The first so many after \`after\`: 1 to ${MAX_PAGE_SIZE}, ${DEFAULT_PAGE_SIZE} when neither \`first\` nor \`last\` is given.`,
  },
  lastArgOptions: {
    description: `The last so many before \`before\`: 1 to ${MAX_PAGE_SIZE}. Not together with \`first\`.`,
  },
  afterArgOptions: { description: 'Only records behind this cursor.' },
  beforeArgOptions: { description: 'Only records in front of this cursor.' },
  cursorFieldOptions: { description: 'Where the record stands; goes into `after` or `before`. Opaque.' },
  pageInfoFieldOptions: { description: 'Whether there is more, and from where.' },
  pageInfoTypeOptions: {
    extensions: { scope: 'PUBLIC' },
    description: 'Where a page begins and ends, and whether there is more.',
  },
  hasNextPageFieldOptions: { description: 'Whether records follow behind this page.' },
  hasPreviousPageFieldOptions: { description: 'Whether records stand in front of this page.' },
  startCursorFieldOptions: { description: 'Cursor of the first record on this page.' },
  endCursorFieldOptions: { description: 'Cursor of the last record on this page.' },
} as const;

/** Arguments of a connection, as the caller gave them. */
export type PageArgs = {
  readonly first?: number | null | undefined;
  readonly last?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
};

/**
 * How many records to read, and from which end.
 *
 * @throws ApiError BAD_USER_INPUT for both ends at once, or a size out of range
 */
export function parsePageSize({ first, last }: PageArgs): {
  readonly size: number;
  readonly fromEnd: boolean;
} {
  if (first != null && last != null) {
    throw badUserInput(
      '"first" and "last" were both given. Expected one of them: "first" pages forward, "last" backward.',
    );
  }
  const size = first ?? last ?? DEFAULT_PAGE_SIZE;
  if (size < 1 || size > MAX_PAGE_SIZE) {
    throw badUserInput(`"${last == null ? 'first' : 'last'}" is ${size}. Expected 1 to ${MAX_PAGE_SIZE}.`);
  }
  return { size, fromEnd: last != null };
}

/**
 * Bounds a list that the caller passes in.
 *
 * @param most - items that it may have; as many as a page when left out
 * @throws ApiError BAD_USER_INPUT when it is too long
 */
export function requireListSize(name: string, length: number, most = MAX_PAGE_SIZE): void {
  if (length > most) {
    throw badUserInput(`"${name}" has ${length} items. Expected at most ${most}.`);
  }
}
