import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { loadDataset, migrate } from '../packages/schema/src/index.ts';
import { datasetDirectory, type TestDatabase, urlOfDatabase } from './database.ts';

/**
 * Makes a database whose user owns it and everything in it, and is nothing beyond that: no superuser, and none who
 * makes roles. An administrator has let it act as the unprivileged role, as the migration asks.
 */
export async function createOwnedDatabase(poolSize = 5): Promise<TestDatabase & { readonly owner: string }> {
  const administrator = new pg.Pool({ connectionString: inject('postgresUrl'), max: 1 });
  const owner = `test_${randomBytes(6).toString('hex')}`;
  await administrator.query(`CREATE ROLE ${owner} LOGIN NOSUPERUSER NOCREATEROLE PASSWORD '${owner}'`);
  await administrator.query(`GRANT reintegration_viewer TO ${owner} WITH INHERIT FALSE, SET TRUE`);
  await administrator.query(`CREATE DATABASE ${owner} OWNER ${owner}`);
  const location = new URL(urlOfDatabase(inject('postgresUrl'), owner));
  location.username = owner;
  location.password = owner;
  const url = location.href;
  await migrate(url);
  const pool = new pg.Pool({ connectionString: url, max: poolSize, connectionTimeoutMillis: 10_000 });
  // A test may kill its own connections.
  pool.on('error', () => undefined);
  await loadDataset(pool, datasetDirectory);
  const drop = async () => {
    await pool.end();
    await administrator.query(`DROP DATABASE ${owner} WITH (FORCE)`);
    await administrator.query(`DROP ROLE ${owner}`);
    await administrator.end();
  };
  return { url, pool, owner, drop };
}
