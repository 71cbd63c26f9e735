import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { migrate } from '@reintegration/schema';
import pg from 'pg';
import { openEmbeddedPostgres } from '../../../packages/server/src/database/embedded-postgres.ts';
import { loadSyntheticRows, type Size } from './synthetic-rows.ts';

/** The server of a run, with a database for each size that is asked for. */
export type Databases = {
  readonly version: string;
  /** Makes and fills it at the first call; tells its address. */
  url(size: Size): Promise<string>;
  /** Makes one without anything in it; tells its address. */
  empty(): Promise<string>;
  close(): Promise<void>;
};

async function create(serverUrl: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`).finally(() => client.end());
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Opens a PostgreSQL in a folder of its own, which goes when it is closed. */
export async function openDatabases(tell: (step: string) => void): Promise<Databases> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'reintegration-bench-'));
  await chmod(folder, 0o755);
  const postgres = await openEmbeddedPostgres(folder, tell);
  const made = new Map<number, Promise<string>>();
  let empties = 0;
  const make = async (size: Size) => {
    const startedAt = performance.now();
    const url = await create(postgres.url, `synthetic_${size.projects}`);
    await migrate(url);
    await loadSyntheticRows(url, size);
    tell(`made up ${size.projects * 200} measurements in ${Math.round(performance.now() - startedAt)} ms`);
    return url;
  };
  return {
    version: postgres.version,
    url: (size) => {
      const known = made.get(size.projects) ?? make(size);
      made.set(size.projects, known);
      return known;
    },
    empty: () => create(postgres.url, `empty_${empties++}`),
    close: async () => {
      await postgres.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
