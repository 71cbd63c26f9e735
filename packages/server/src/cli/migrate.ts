import { findMissingMigrations, migrate } from '@reintegration/schema';
import type { OpenDatabase } from '../database/open-database.ts';
import { say } from './command.ts';

/** Brings the database to this version's models and says what came of it. */
export async function migrateAndSay({ url, pool }: Pick<OpenDatabase, 'url' | 'pool'>): Promise<void> {
  // Most starts find nothing missing, and ask by the connection that is there.
  const { missing, total } = await findMissingMigrations(pool);
  const { applied } = missing.length > 0 ? await migrate(url) : { applied: [] };
  if (applied.length === 0) say(`✓ migrations: all ${total} are applied`);
  else say(`✓ migrations: applied ${applied.join(', ')}`);
}
