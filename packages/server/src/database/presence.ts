import pg from 'pg';

/** Held shared by every process that uses the cluster, and alone by the one that stops it. */
const LOCK = `hashtext('reintegration presence')`;

/** A session that says, as long as it lasts, that a process uses the cluster. It ends with the process, however that ends. */
export type Presence = {
  readonly session: pg.Client;
  /** Resolves when the session has ended, by whomever. */
  readonly ended: Promise<void>;
};

/** Says that this process uses the cluster. */
export async function enter(maintenanceUrl: string): Promise<Presence> {
  const session = new pg.Client({
    connectionString: maintenanceUrl,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  // An error ends the session, which is what is waited for.
  session.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => session.once('end', () => resolve()));
  await session.connect();
  await session.query(`SELECT pg_advisory_lock_shared(${LOCK})`);
  return { session, ended };
}

/**
 * Says that this process no longer uses the cluster, and stops it if it was the last. Whoever joins in that
 * moment waits for the lock until the server is gone, and then starts it again.
 */
export async function leave({ session }: Presence, stop: () => Promise<void>): Promise<void> {
  // Without the session the server is gone already; the one that may run by now is not ours to stop.
  const isLast = await giveUp(session).catch(() => false);
  try {
    if (isLast) await stop();
  } finally {
    await session.end().catch(() => undefined);
  }
}

/** Whether nobody else is there. */
async function giveUp(session: pg.Client): Promise<boolean> {
  await session.query(`SELECT pg_advisory_unlock_shared(${LOCK})`);
  const { rows } = await session.query<{ alone: boolean }>(`SELECT pg_try_advisory_lock(${LOCK}) AS alone`);
  return rows[0]?.alone === true;
}
