import type { Edition, Reader, Seen } from '@reintegration/schema';

/** Milliseconds for which a replica is left alone that is behind; it follows within a few, mostly. */
const BEHIND_MS = 20;
/** Milliseconds for which a replica is left alone that failed. */
const FAILED_MS = 1_000;

/** One execution on a replica. */
export type ReplicaAttempt = {
  readonly reader: Reader;
  /** Whether all that was read is of this edition, and nothing failed. */
  holds(seen: Seen, newest: Edition): boolean;
};

/** A copy of the database that follows it: what it tells may be older than what is known. */
export type Replica = {
  /** Begins an execution; null while the replica is left alone. */
  attempt(): ReplicaAttempt | null;
};

/** The readers of a gateway. */
export type Readers = { readonly primary: Reader; readonly replica: Replica | null };

/** @param reader - one that reads the version before and behind each batch of statements */
export function createReplica(reader: Reader): Replica {
  let restsUntil = 0;
  const rest = (ms: number) => {
    restsUntil = performance.now() + ms;
  };
  return {
    attempt: () => {
      if (performance.now() < restsUntil) return null;
      let isUnfit = false;
      const run: Reader['run'] = async (statement, values, hear) => {
        try {
          // Whoever publishes does so on the primary: there is nobody to wait for.
          if (statement.isWaiting) throw new Error('A replica cannot wait for the primary');
          return await reader.run(statement, values, hear);
        } catch (error) {
          if (!statement.isWaiting) rest(FAILED_MS);
          isUnfit = true;
          throw error;
        }
      };
      return {
        reader: { run },
        holds: ({ version, isSure }, newest) => {
          if (isUnfit) return false;
          const isNewest = isSure && (version === null || version === newest.version);
          if (!isNewest) rest(BEHIND_MS);
          return isNewest;
        },
      };
    },
  };
}
