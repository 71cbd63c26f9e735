import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server of the run, with the databases that tests copy. */
    postgresUrl: string;
  }
}

/** The folder of the real dataset. */
export const datasetDirectory = fileURLToPath(
  new URL('../packages/schema/dataset/reintegration-ii', import.meta.url),
);

/** The same server's other database. */
export function urlOfDatabase(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** A database of a test's own. */
export type TestDatabase = { readonly url: string; readonly pool: pg.Pool; drop(): Promise<void> };

/**
 * Copies a database for a test: `migrated` has every table and no row, `loaded` has the real dataset.
 * The caller drops it.
 */
export async function createTestDatabase(
  template: 'migrated' | 'loaded',
  poolSize = 5,
): Promise<TestDatabase> {
  const serverUrl = inject('postgresUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await maintain(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = urlOfDatabase(serverUrl, name);
  const pool = new pg.Pool({ connectionString: url, max: poolSize, connectionTimeoutMillis: 10_000 });
  // A test may kill its own connections.
  pool.on('error', () => undefined);
  const drop = async () => {
    await pool.end();
    await maintain(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`);
  };
  return { url, pool, drop };
}

/** Copies a database for the running test, dropped when it has finished. */
export async function useTestDatabase(template: 'migrated' | 'loaded', poolSize = 5): Promise<TestDatabase> {
  const database = await createTestDatabase(template, poolSize);
  onTestFinished(() => database.drop());
  return database;
}

async function maintain(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
