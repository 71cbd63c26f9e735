import { migrate } from '@reintegration/schema';
import { say } from './command.ts';

/** Brings the database to this version's models and says what came of it. */
export async function migrateAndSay(url: string): Promise<void> {
  const { applied, total } = await migrate(url);
  if (applied.length === 0) say(`✓ migrations: all ${total} are applied`);
  else say(`✓ migrations: applied ${applied.join(', ')}`);
}
