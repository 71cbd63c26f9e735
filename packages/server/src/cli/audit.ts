import { createRestricted, verifyAudit } from '@reintegration/schema';
import { CommandError, readConfig, say, withDatabase } from './command.ts';

/** Options of `reintegration audit verify`. */
export type AuditOptions = { readonly head?: string };

const HASH = /^[0-9a-f]{64}$/;

/**
 * Verifies the audit log and prints its head, for keeping elsewhere.
 *
 * @throws CommandError which says what is wrong
 */
export async function verifyAuditAndSay({ head }: AuditOptions): Promise<void> {
  if (head !== undefined && !HASH.test(head)) {
    throw new CommandError(
      '--head cannot be read. Expected the 64 digits that an earlier verification printed.',
    );
  }
  await withDatabase(await readConfig(), async ({ pool }) => {
    const report = await verifyAudit(createRestricted(pool), head ?? null);
    process.stdout.write(`${report.head.number} ${report.head.hash}\n`);
    if (report.problems.length > 0) {
      throw new CommandError(['The audit log is not whole.', ...report.problems].join('\n  '));
    }
    say(
      `✓ audit log: ${report.entries} entries, whole. Keep the line above elsewhere, and give its hash as --head.`,
    );
  });
}
