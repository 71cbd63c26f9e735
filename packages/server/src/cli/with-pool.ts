import type { Pool } from 'pg';
import { readConfig, withDatabase } from './command.ts';
import { migrateAndSay } from './migrate.ts';

/** Opens the configured database at this version for the length of some work. */
export async function withPool<Result>(work: (pool: Pool) => Promise<Result>): Promise<Result> {
  return withDatabase(await readConfig(), async (database) => {
    await migrateAndSay(database);
    return work(database.pool);
  });
}
