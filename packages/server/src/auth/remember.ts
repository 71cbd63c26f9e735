import type { Viewer } from '@reintegration/schema';
import { LRUCache } from 'lru-cache';

/**
 * Milliseconds for which it is known who a credential is of. Whoever is shut out is shut out so soon after, on every
 * gateway, whether or not the database can be heard.
 */
const KNOWN_MS = 1_000;
/** Credentials that are known at once. */
const MOST_KNOWN = 10_000;

/** Who a credential is of, and until when at most that holds; null when it is nobody's. */
export type Found = { readonly viewer: Viewer; readonly expiresAt: number | null } | null;

type Known = { readonly found: Found; readonly until: number };

/** Remembers for a moment who a credential is of; asks once for all who ask at the same time. */
export type Memory = {
  find(name: string, look: () => Promise<Found>): Promise<Viewer | null>;
};

/** Creates the memory of one gateway. */
export function createMemory(): Memory {
  const known = new LRUCache<string, Known>({ max: MOST_KNOWN });
  const running = new Map<string, Promise<Known>>();
  const ask = async (name: string, look: () => Promise<Found>): Promise<Known> => {
    // From before it is looked up: what is revoked meanwhile counts from then on.
    const until = performance.now() + KNOWN_MS;
    const asked = { found: await look(), until };
    known.set(name, asked);
    return asked;
  };
  return {
    find: async (name, look) => {
      const held = known.get(name);
      const isHeld = held !== undefined && performance.now() < held.until;
      const asked = isHeld ? held : await (running.get(name) ?? start(name, look));
      const { found } = asked;
      if (found === null || (found.expiresAt !== null && found.expiresAt <= Date.now())) return null;
      return found.viewer;
    },
  };

  function start(name: string, look: () => Promise<Found>): Promise<Known> {
    const asking = ask(name, look).finally(() => running.delete(name));
    running.set(name, asking);
    return asking;
  }
}
