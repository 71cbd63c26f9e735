import { LRUCache } from 'lru-cache';
import type { Answer } from './answer.ts';

/** Answers by what was asked. */
export type AnswerCache = {
  /** The answer, if it was made from this version. */
  get(key: string, version: number): Answer | undefined;
  /**
   * The answer that is being made for this version, or what `make` makes; it is kept if it is one. Whoever asks
   * meanwhile gets the same.
   */
  join<Made>(key: string, version: number, make: () => Promise<Made>): Promise<Made>;
  keep(key: string, answer: Answer): void;
  /** Forgets all: another version is out, and one that comes back may be of other data. */
  clear(): void;
};

/**
 * Creates a cache of answers, the least used forgotten first.
 *
 * @param maxBytes - memory that answers and their keys may take
 */
export function createAnswerCache(maxBytes: number): AnswerCache {
  const answers = new LRUCache<string, Answer>({
    // None would mean no bound.
    maxSize: Math.max(1, maxBytes),
    sizeCalculation: ({ size }, key) => size + 2 * key.length,
  });
  const flights = new Map<string, Promise<unknown>>();
  return {
    get: (key, version) => {
      const answer = answers.get(key);
      return answer?.version === version ? answer : undefined;
    },
    join: <Made>(key: string, version: number, make: () => Promise<Made>) => {
      const name = `${version} ${key}`;
      const running = flights.get(name) as Promise<Made> | undefined;
      if (running !== undefined) return running;
      const made = make().finally(() => flights.delete(name));
      flights.set(name, made);
      return made;
    },
    keep: (key, answer) => void answers.set(key, answer),
    clear: () => answers.clear(),
  };
}
