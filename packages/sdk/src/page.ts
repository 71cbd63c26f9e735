import type { Means } from './paging.ts';

/** One page of a list. */
export type Page = {
  readonly nodes: readonly unknown[];
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
  readonly totalCount: number | undefined;
};

type Fields = { readonly [name: string]: unknown };
type Path = readonly string[];

/**
 * Where the list is: as told, else the only place where the answer has one.
 *
 * @throws ApiError BAD_OPTIONS when there are several, INCOMPLETE when there is none
 */
export function pathOf(answer: unknown, path: string | Path | undefined, ApiError: Means['ApiError']): Path {
  if (path !== undefined) return typeof path === 'string' ? path.split('.') : path;
  const paths = pathsIn(answer, []);
  if (paths.length > 1) {
    const names = paths.map((found) => `"${found.join('.')}"`).join(' or ');
    throw new ApiError(
      'BAD_OPTIONS',
      `The answer has several lists. Say which by the option "path": ${names}.`,
    );
  }
  const [only] = paths;
  if (!only) throw new ApiError('INCOMPLETE', 'The answer has no list. Is there a record with that code?');
  return only;
}

/** @throws ApiError */
export function pageAt(answer: unknown, path: Path, ApiError: Means['ApiError']): Page {
  const place = path.reduce<unknown>((value, name) => (isObject(value) ? value[name] : null), answer);
  if (!isObject(place)) {
    const found = `The answer has no list at "${path.join('.')}".`;
    throw new ApiError('INCOMPLETE', `${found} Is there a record with that code, and is "path" right?`);
  }
  const { pageInfo, edges, totalCount } = place;
  const nodes = place.nodes ?? (Array.isArray(edges) && edges.map((edge) => edge?.node));
  const { hasNextPage, endCursor } = (pageInfo ?? {}) as Fields;
  if (!Array.isArray(nodes) || typeof hasNextPage !== 'boolean' || endCursor === undefined) {
    const where = path.join('.');
    throw new ApiError(
      'BAD_OPTIONS',
      `Ask "${where}" for nodes, and for pageInfo { hasNextPage endCursor }.`,
    );
  }
  return {
    nodes,
    hasNextPage,
    endCursor: typeof endCursor === 'string' ? endCursor : null,
    totalCount: typeof totalCount === 'number' ? totalCount : undefined,
  };
}

function pathsIn(value: unknown, path: Path): Path[] {
  if (!isObject(value)) return [];
  if (isObject(value.pageInfo)) return [path];
  return Object.entries(value).flatMap(([name, inner]) => pathsIn(inner, [...path, name]));
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
