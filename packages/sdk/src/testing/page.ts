import type { GraphQLError } from 'graphql';
import { codeOf, type FixtureRecord } from './record.ts';
import { quote, RequestRefusal } from './refusal.ts';

const DEFAULT_SIZE = 20;
const MOST = 100;

/** Arguments that turn pages. */
export type PageArgs = {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
};

/** A list, in its order. */
export type PagedList = {
  /** The field that answers it; cursors are bound to it. */
  readonly name: string;
  /** All of it: a cursor of the whole list also stands in a part of it. */
  readonly whole: readonly FixtureRecord[];
  /** What of it was asked for. */
  readonly part: readonly FixtureRecord[];
};

/**
 * One page of a list, as the gateway makes it.
 *
 * @throws GraphQLError BAD_USER_INPUT for a size out of range, or a cursor that is none of this list
 */
export function pageOf({ name, whole, part }: PagedList, args: PageArgs): object {
  const size = sizeOf(args);
  const fromEnd = args.last != null;
  const [after, before] = (['after', 'before'] as const).map((side) => {
    const cursor = args[side];
    return cursor == null ? null : positionOf(name, whole, side, cursor);
  }) as [number | null, number | null];
  const window = new Set(whole.slice((after ?? -1) + 1, before ?? whole.length));
  const rows = part.filter((record) => window.has(record));
  const nodes = fromEnd ? rows.slice(-size) : rows.slice(0, size);
  const edges = nodes.map((node) => ({ node, cursor: cursorOf(name, node) }));
  const hasMore = rows.length > size;
  return {
    nodes,
    edges,
    totalCount: part.length,
    pageInfo: {
      hasNextPage: fromEnd ? before !== null : hasMore,
      hasPreviousPage: fromEnd ? hasMore : after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** The gateway looks at sizes and cursors before it executes anything. */
const refuse = (message: string) => new RequestRefusal(message, { extensions: { code: 'BAD_USER_INPUT' } });

function sizeOf({ first, last }: PageArgs): number {
  if (first != null && last != null) {
    const mend = 'Expected one of them: "first" pages forward, "last" backward.';
    throw refuse(`"first" and "last" were both given. ${mend}`);
  }
  const size = first ?? last ?? DEFAULT_SIZE;
  if (size >= 1 && size <= MOST) return size;
  throw refuse(`"${last == null ? 'first' : 'last'}" is ${size}. Expected 1 to ${MOST}.`);
}

/** Opaque, and bound to its list. */
function cursorOf(list: string, record: FixtureRecord): string {
  return encode(`${list}:${codeOf(record)}`);
}

function positionOf(
  list: string,
  records: readonly FixtureRecord[],
  name: 'after' | 'before',
  cursor: string,
): number {
  const position = records.findIndex((record) => cursorOf(list, record) === cursor);
  if (position === -1) throw staleCursor(list, name, cursor);
  return position;
}

/** How the gateway refuses a cursor that it never told for this list. */
export function staleCursor(list: string, name: string, cursor: string): GraphQLError {
  const found = `"${name}" is ${quote(cursor)}, which is no cursor of "${list}".`;
  return refuse(`${found} Expected a cursor that an earlier page of the same list told.`);
}

function encode(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text))).replaceAll('=', '');
}
