import pg from 'pg';
import type { ServerConfig } from '../config/config.ts';
import { openEmbeddedPostgres } from './embedded-postgres.ts';

/** Milliseconds to wait for a connection of the pool. */
const CONNECTION_TIMEOUT_MS = 5_000;
/** Milliseconds that one statement of the public reading path may take. */
const STATEMENT_TIMEOUT_MS = 10_000;
/** The same for a replica, which need not be waited for. */
const REPLICA_CONNECTION_TIMEOUT_MS = 500;
const POOL_SIZE = 20;

/** A database that is open. */
export type OpenDatabase = {
  readonly url: string;
  readonly pool: pg.Pool;
  /** Says where it is, without a password. */
  readonly place: string;
  /** Resolves with the reason when it is gone for good; one elsewhere never is, for all we know. */
  readonly lost: Promise<Error>;
  /** Ends the pool, and stops an embedded server that nobody else uses. */
  close(): Promise<void>;
};

/**
 * Opens the database that the configuration names.
 *
 * @throws EmbeddedPostgresError when it is embedded and cannot be had; the driver's error when it is elsewhere
 */
export async function openDatabase(
  database: ServerConfig['database'],
  onProgress: (step: string) => void = () => undefined,
): Promise<OpenDatabase> {
  if ('url' in database) {
    const url = database.url.reveal();
    const { host, pathname } = new URL(url);
    const pool = await connect(url);
    const place = `PostgreSQL at ${host}${pathname}`;
    return { url, pool, place, lost: new Promise(() => undefined), close: () => pool.end() };
  }
  const { dataDirectory } = database;
  const { url, version, joined, lost, close } = await openEmbeddedPostgres(dataDirectory, onProgress);
  const how = joined ? 'joined, as it was running already' : 'started';
  const pool = createPool(url);
  return {
    ...{ url, pool, lost },
    place: `PostgreSQL ${version} in ${dataDirectory} (${how})`,
    close: () => pool.end().finally(close),
  };
}

/** Creates a pool that has a connection. */
async function connect(url: string): Promise<pg.Pool> {
  const pool = createPool(url);
  try {
    const client = await pool.connect();
    client.release();
    return pool;
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/** Creates a pool that the gateway reads through. The caller ends it. */
export function createPool(url: string, { isReplica = false } = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: isReplica ? REPLICA_CONNECTION_TIMEOUT_MS : CONNECTION_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    application_name: 'reintegration',
  });
  // A connection that breaks while idle is replaced; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}
