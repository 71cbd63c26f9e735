import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { loadDataset, migrate } from '../packages/schema/src/index.ts';
import { openEmbeddedPostgres } from '../packages/server/src/database/embedded-postgres.ts';
import { datasetDirectory, type TestDatabase } from './database.ts';

/** Starts a PostgreSQL of a test's own, for what changes roles: they belong to the whole server. Loaded. */
export async function createOwnCluster(): Promise<TestDatabase> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'reintegration-test-'));
  await chmod(folder, 0o755);
  const postgres = await openEmbeddedPostgres(folder);
  await migrate(postgres.url);
  const pool = new pg.Pool({ connectionString: postgres.url, max: 3 });
  await loadDataset(pool, datasetDirectory);
  const drop = async () => {
    await pool.end();
    await postgres.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: postgres.url, pool, drop };
}
