import type { ClientBase, QueryResult } from 'pg';

/**
 * Sends several statements in one piece, and waits for the answers once. One that fails ends those behind it.
 *
 * @param statements - at least two, each without a semicolon
 * @returns an answer for each
 */
export async function askTogether(
  client: ClientBase,
  statements: readonly string[],
): Promise<readonly QueryResult[]> {
  // `pg` answers several statements by a list, whatever its types say.
  const answers = (await client.query(statements.join(';\n'))) as unknown as readonly QueryResult[];
  if (answers.length !== statements.length) {
    throw new Error(`PostgreSQL has answered ${answers.length} of ${statements.length} statements`);
  }
  return answers;
}
