import { createRestricted, eraseBeneficiary } from '@reintegration/schema';
import { CommandError, readConfig, say, withDatabase } from './command.ts';

/**
 * Erases a person or household, and says so.
 *
 * @throws CommandError when there is none
 */
export async function eraseAndSay(id: string): Promise<void> {
  await withDatabase(await readConfig(), async ({ pool }) => {
    if (!(await eraseBeneficiary(createRestricted(pool), id))) {
      throw new CommandError('There is no beneficiary of this id. Expected what its field "id" told.');
    }
    say(
      '✓ erased, with its support and every kept answer about it; the audit log notes that, and nothing it said',
    );
  });
}
