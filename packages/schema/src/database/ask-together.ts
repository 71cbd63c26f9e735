import type { ClientBase, QueryResult } from 'pg';
import { FenceError } from './fence-error.ts';

/**
 * Sends several statements in one piece, and waits for the answers once. One that fails ends those behind it.
 *
 * @param statements - at least two, each without a semicolon
 * @returns an answer for each
 * @throws FenceError when not all are answered
 */
export async function askTogether(
  client: ClientBase,
  statements: readonly string[],
): Promise<readonly QueryResult[]> {
  // `pg` answers several statements by a list, whatever its types say.
  const answers = (await client.query(statements.join(';\n'))) as unknown as readonly QueryResult[];
  if (answers.length !== statements.length) {
    throw new FenceError(
      `${answers.length} of ${statements.length} attempts were answered, so nothing was proved`,
    );
  }
  return answers;
}
