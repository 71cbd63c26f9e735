import { decodeCursor, encodeCursor } from './cursor.ts';
import { type PageArgs, parsePageSize } from './page-size.ts';

/** Which rows of an ordered list to read: those between two keys, from one end, at most `limit`. */
export type KeysetWindow = {
  readonly after: string | null;
  readonly before: string | null;
  readonly descending: boolean;
  readonly limit: number;
};

/** How a list is read. Its order is that of one unique text key. */
export type KeysetList<Row> = {
  /** Name of the list; cursors are bound to it. */
  readonly name: string;
  readonly read: (window: KeysetWindow) => Promise<readonly Row[]>;
  readonly keyOf: (row: Row) => string;
  /** Called only when the caller asks for the total. */
  readonly count: () => Promise<number>;
};

/** A record with its cursor, which is made when it is asked for: most callers take the records alone. */
class Edge<Row> {
  readonly node: Row;
  readonly #list: string;
  readonly #keyOf: (row: Row) => string;

  constructor(node: Row, list: string, keyOf: (row: Row) => string) {
    this.node = node;
    this.#list = list;
    this.#keyOf = keyOf;
  }

  get cursor(): string {
    return encodeCursor(this.#list, this.#keyOf(this.node));
  }
}

/** Where a page lies in its list. */
class PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly #edges: readonly { readonly cursor: string }[];

  constructor(edges: readonly { readonly cursor: string }[], hasNextPage: boolean, hasPreviousPage: boolean) {
    this.#edges = edges;
    this.hasNextPage = hasNextPage;
    this.hasPreviousPage = hasPreviousPage;
  }

  get startCursor(): string | null {
    return this.#edges.at(0)?.cursor ?? null;
  }

  get endCursor(): string | null {
    return this.#edges.at(-1)?.cursor ?? null;
  }
}

/**
 * Answers a Relay connection by keyset: a page costs the same wherever it lies, and rows that come or go
 * between two pages neither repeat nor hide others.
 *
 * @throws ApiError BAD_USER_INPUT for sizes out of range and for cursors of another list
 */
export async function resolveKeyset<Row>(args: PageArgs, { name, keyOf, read, count }: KeysetList<Row>) {
  const { size, fromEnd } = parsePageSize(args);
  const after = args.after == null ? null : decodeCursor(name, 'after', args.after);
  const before = args.before == null ? null : decodeCursor(name, 'before', args.before);
  const rows = [...(await read({ after, before, descending: fromEnd, limit: size + 1 }))];
  const hasMore = rows.length > size;
  if (hasMore) rows.pop();
  if (fromEnd) rows.reverse();
  const edges = rows.map((node) => new Edge(node, name, keyOf));
  // A cursor stands on a record, so behind it, or in front of it, there is at least that one.
  const hasNextPage = fromEnd ? before !== null : hasMore;
  const hasPreviousPage = fromEnd ? hasMore : after !== null;
  return { edges, pageInfo: new PageInfo(edges, hasNextPage, hasPreviousPage), totalCount: count };
}
