import { vi } from 'vitest';
import type { Operation } from './operation.ts';
import type { Fetch } from './platform.ts';

export type Item = { readonly n: number };
export type Page = {
  readonly nodes: readonly Item[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount?: number;
};

/** A list, told to end when its pages say so. */
export const Numbers =
  'query ($first: Int, $after: String) { numbers(first: $first, after: $after) { nodes { n } pageInfo { hasNextPage endCursor } } }' as Operation<
    { numbers: Page },
    { first?: number | null; after?: string | null }
  >;

/** A gateway in memory with one list of numbers from 0. Pages go through `change` before they are sent. */
export function createListGateway(
  length: number,
  { change = (page: Page): unknown => page, at = (page: unknown): unknown => ({ numbers: page }) } = {},
) {
  const asked: { first?: number; after: string | null }[] = [];
  const fetch = vi.fn<Fetch>(async (url, { body }) => {
    const variables = body ? JSON.parse(body).variables : variablesIn(url);
    asked.push(variables);
    const start = variables.after === null ? 0 : Number(variables.after.slice(1)) + 1;
    const end = Math.min(length, start + (variables.first ?? 20));
    const nodes = Array.from({ length: Math.max(0, end - start) }, (_, index) => ({ n: start + index }));
    const endCursor = nodes.length === 0 ? null : `c${end - 1}`;
    const page = { nodes, totalCount: length, pageInfo: { hasNextPage: end < length, endCursor } };
    return new Response(JSON.stringify({ data: at(change(page)) }));
  });
  return { fetch, asked };
}

function variablesIn(address: string) {
  return JSON.parse(new URL(address).searchParams.get('variables') ?? '');
}

/** Everything that an iterator gives. */
export async function collect<Value>(items: AsyncIterable<Value>): Promise<Value[]> {
  const values: Value[] = [];
  for await (const value of items) values.push(value);
  return values;
}
