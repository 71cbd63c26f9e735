import type { Limits } from './limits.ts';

/**
 * Whether a document has no more comments than it may have tokens. The parser makes a token of each, and counts none.
 * A `#` within a text counts as well: to tell them apart takes a parser. What comes by an address is short enough.
 *
 * @param body - of a request; anything but a document has no comments
 */
export function hasFewComments(body: unknown, { maxTokens }: Limits): boolean {
  const { query } = (body ?? {}) as { readonly query?: unknown };
  if (typeof query !== 'string') return true;
  let count = 0;
  for (let at = query.indexOf('#'); at !== -1; at = query.indexOf('#', at + 1)) {
    count += 1;
    if (count > maxTokens) return false;
  }
  return true;
}
