import { LRUCache } from 'lru-cache';

/** Different kinds of requests that are remembered. */
const MOST_SHAPES = 500;

/** Headers that differ between answers to requests of one kind. */
const OF_ONE_ANSWER = new Set(['x-data-version', 'x-as-of']);

/**
 * What is answered to requests of one kind besides the data: those that are alike in whatever the checks look at, but
 * for the question itself.
 */
export type Shapes = {
  /** Takes note of the headers of an answer to a request that has passed all checks. */
  learn(shape: string, headers: Readonly<Record<string, string>>): void;
  headersOf(shape: string): Readonly<Record<string, string>> | undefined;
};

/** Creates an empty collection. */
export function createShapes(): Shapes {
  const known = new LRUCache<string, Readonly<Record<string, string>>>({ max: MOST_SHAPES });
  return {
    learn: (shape, headers) => {
      const general = Object.entries(headers).filter(([name]) => !OF_ONE_ANSWER.has(name));
      if (!known.has(shape)) known.set(shape, Object.fromEntries(general));
    },
    headersOf: (shape) => known.get(shape),
  };
}
