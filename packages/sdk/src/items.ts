import { ApiError } from './error.ts';
import { exchange } from './exchange.ts';
import type { Items, Walk } from './paging.ts';

/** Makes an iterator. What it needs is loaded when the first item is asked for, as most programs need it never. */
export function createItems(walk: Walk): Items<unknown> {
  const stopper = new AbortController();
  const items = (async function* () {
    const { readItems } = await import('./walk.ts').catch(() => {
      throw new ApiError('NETWORK', 'The SDK cannot be reached.');
    });
    yield* readItems(walk, { exchange, ApiError, stopper });
  })();
  const end = items.return.bind(items);
  items.return = (value) => {
    stopper.abort();
    return end(value);
  };
  return Object.defineProperty(items, 'cursor', { get: () => walk.cursor }) as unknown as Items<unknown>;
}
