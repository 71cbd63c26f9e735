import { setTimeout as wait } from 'node:timers/promises';
import type { Presence } from './presence.ts';

/** Milliseconds before each attempt to have the cluster again. */
const PAUSES_MS = [0, 500, 2_000, 5_000] as const;

/** A presence that is taken up again when the server goes away. */
export type KeptPresence = {
  /** Resolves with the reason when it could not be taken up again. */
  readonly lost: Promise<Error>;
  /** Ends the keeping, and gives back the presence that there is then; null when there is none. */
  release(): Promise<Presence | null>;
};

/**
 * Takes a presence up again whenever it ends. Without that, a server that was killed would stay away, and one
 * that another process started since would be stopped by that one under us.
 *
 * @param again - starts or joins the server; its error counts as final when `isFinal` says so
 */
export function keepPresent(
  first: Presence,
  again: () => Promise<Presence>,
  isFinal: (error: unknown) => boolean,
): KeptPresence {
  const released = new AbortController();
  const { promise: lost, resolve: lose } = Promise.withResolvers<Error>();
  let presence: Presence | null = first;

  async function regain(): Promise<Presence | null> {
    let reason: unknown;
    for (const pause of PAUSES_MS) {
      await wait(pause, undefined, { signal: released.signal }).catch(() => undefined);
      if (released.signal.aborted) return null;
      try {
        return await again();
      } catch (error) {
        reason = error;
        if (isFinal(error)) break;
      }
    }
    lose(reason instanceof Error ? reason : new Error(String(reason)));
    return null;
  }

  const untilReleased = new Promise<void>((resolve) =>
    released.signal.addEventListener('abort', () => resolve(), { once: true }),
  );
  async function keep(): Promise<void> {
    while (presence !== null) {
      await Promise.race([presence.ended, untilReleased]);
      if (released.signal.aborted) return;
      presence = await regain();
    }
  }
  const keeping = keep();

  return {
    lost,
    release: async () => {
      released.abort();
      await keeping;
      return presence;
    },
  };
}
