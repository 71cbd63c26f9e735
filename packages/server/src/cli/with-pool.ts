import type { Pool } from 'pg';
import { createPool } from '../database/open-database.ts';
import { readConfig, withDatabase } from './command.ts';
import { migrateAndSay } from './migrate.ts';

/** Opens the configured database at this version, with a pool, for the length of some work. */
export async function withPool<Result>(work: (pool: Pool) => Promise<Result>): Promise<Result> {
  return withDatabase(await readConfig(), async ({ url }) => {
    await migrateAndSay(url);
    const pool = createPool(url);
    return work(pool).finally(() => pool.end());
  });
}
