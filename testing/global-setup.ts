import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { loadDataset, migrate } from '../packages/schema/src/index.ts';
import { openEmbeddedPostgres } from '../packages/server/src/database/embedded-postgres.ts';
import { datasetDirectory, urlOfDatabase } from './database.ts';

/** One real PostgreSQL for the whole run, with two databases to copy: migrated, and loaded with the dataset. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'reintegration-test-'));
  await chmod(folder, 0o755);
  const postgres = await openEmbeddedPostgres(folder);
  const close = async () => {
    await postgres.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await createTemplates(postgres.url);
  } catch (error) {
    await close();
    throw error;
  }
  project.provide('postgresUrl', postgres.url);
  return close;
}

async function createTemplates(serverUrl: string): Promise<void> {
  const maintenance = new pg.Client({ connectionString: serverUrl });
  await maintenance.connect();
  await maintenance.query('CREATE DATABASE migrated');
  await migrate(urlOfDatabase(serverUrl, 'migrated'));
  await maintenance.query('CREATE DATABASE loaded TEMPLATE migrated');
  const pool = new pg.Pool({ connectionString: urlOfDatabase(serverUrl, 'loaded') });
  await loadDataset(pool, datasetDirectory);
  await pool.end();
  await maintenance.end();
}
