import type { Pool } from 'pg';
import { withoutValues } from './guarded-error.ts';
import { createTurns } from './turns.ts';
import { settingsOf, type Viewer } from './viewer.ts';
import type { Writer, WriterTransaction } from './writer.ts';

/** The role that guarded tables are read and written as. It may do nothing but what their policies let through. */
export const VIEWER_ROLE = 'reintegration_viewer';

/** How a transaction is to run. */
export type TransactOptions = {
  /** Milliseconds that it may take as a whole; 10,000 when left out. */
  readonly timeoutMs?: number;
  /** Whether all its statements see the tables as they stood at its beginning. */
  readonly isSnapshot?: boolean;
  /** The kept answer that this transaction belongs to. */
  readonly idempotencyKey?: string | null;
};

/** Opens the guarded tables, for one viewer and one transaction at a time. */
export type Restricted = {
  /**
   * Runs work in one transaction as the unprivileged role, for one viewer. What it throws undoes all of it.
   *
   * @example
   * restricted.transact(viewer, (tx) => tx.beneficiary.count())
   */
  transact<Result>(
    viewer: Viewer,
    work: (tx: WriterTransaction) => Promise<Result>,
    options?: TransactOptions,
  ): Promise<Result>;
};

const TIMEOUT_MS = 10_000;
/** Milliseconds to wait for a connection of the pool. */
const MAX_WAIT_MS = 10_000;

/**
 * Opens the guarded tables on a pool that the caller owns and ends.
 *
 * @param atOnce - transactions that may run at once; half of the pool when left out. A transaction may wait for
 * another, or for whoever reads within its answer: the other half of the pool is there for those.
 * @throws GuardedError from each transaction that the database fails: it holds no value of any row
 */
export function createRestricted(
  pool: Pool,
  atOnce = Math.max(1, Math.floor((pool.options.max ?? 10) / 2)),
): Restricted {
  const writer = writeLater(pool);
  const turns = createTurns(atOnce, MAX_WAIT_MS);
  return {
    transact: async (viewer, work, { timeoutMs = TIMEOUT_MS, isSnapshot = false, idempotencyKey } = {}) => {
      const run = async () =>
        (await writer()).$transaction(
          async (tx) => {
            await assumeViewer(tx, viewer, idempotencyKey ?? null);
            return work(tx);
          },
          {
            timeout: timeoutMs,
            maxWait: MAX_WAIT_MS,
            ...(isSnapshot && { isolationLevel: 'RepeatableRead' }),
          },
        );
      return turns(run).catch((error: unknown) => {
        throw withoutValues(error);
      });
    },
  };
}

/** The writing path, loaded when it is first needed: a gateway that is only read from starts without it. */
function writeLater(pool: Pool): () => Promise<Writer> {
  let writer: Promise<Writer> | undefined;
  return () => {
    writer ??= import('./writer.ts').then(({ createWriter }) => createWriter(pool));
    return writer;
  };
}

/**
 * Opens the guarded tables within a transaction that runs already, each work by itself: what it throws undoes that
 * work alone. Works that are begun at once take turns, as they share the transaction.
 */
export function restrictWithin(outer: WriterTransaction, idempotencyKey: string): Restricted {
  const turns = createTurns(1, MAX_WAIT_MS);
  return {
    transact: (viewer, work) =>
      turns(async () => {
        await outer.$executeRaw`SAVEPOINT work`;
        try {
          await assumeViewer(outer, viewer, idempotencyKey);
          const result = await work(outer);
          await outer.$executeRaw`RELEASE SAVEPOINT work`;
          return result;
        } catch (error) {
          await outer.$executeRaw`ROLLBACK TO SAVEPOINT work`.catch(() => undefined);
          throw withoutValues(error);
        }
      }),
  };
}

/**
 * Makes the rest of a transaction run as the unprivileged role, for this viewer: `SET LOCAL ROLE` and the settings in
 * one statement, all of which end with the transaction.
 */
export async function assumeViewer(
  tx: WriterTransaction,
  viewer: Viewer,
  idempotencyKey: string | null,
): Promise<void> {
  const settings = Object.entries({
    role: VIEWER_ROLE,
    ...settingsOf(viewer),
    'app.idempotency_key': idempotencyKey ?? '',
  });
  const calls = settings.map((_, index) => `set_config($${2 * index + 1}, $${2 * index + 2}, true)`);
  await tx.$executeRawUnsafe(`SELECT ${calls.join(', ')}`, ...settings.flat());
}
