import type { Pool } from 'pg';
import { settingsOf, type Viewer } from './viewer.ts';
import { createWriter, type WriterTransaction } from './writer.ts';

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

/** Opens the guarded tables on a pool that the caller owns and ends. */
export function createRestricted(pool: Pool): Restricted {
  const writer = createWriter(pool);
  return {
    transact: (viewer, work, { timeoutMs = TIMEOUT_MS, isSnapshot = false, idempotencyKey } = {}) =>
      writer.$transaction(
        async (tx) => {
          await assumeViewer(tx, viewer, idempotencyKey ?? null);
          return work(tx);
        },
        {
          timeout: timeoutMs,
          maxWait: MAX_WAIT_MS,
          ...(isSnapshot && { isolationLevel: 'RepeatableRead' }),
        },
      ),
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
