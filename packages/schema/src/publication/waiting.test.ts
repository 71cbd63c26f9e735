import { setTimeout as sleep } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import { expect, it } from 'vitest';
import { type TestDatabase, useTestDatabase } from '../../../../testing/database.ts';
import { revise } from '../../../../testing/revise.ts';
import { newestVersion } from '../../../../testing/transact.ts';

const WORKSHOPS = 'reintegration-ii/workshops-held/actual/project/2023';
const GRANTS = 'reintegration-ii/self-employment-grants/actual/project/2023';

type Step = (client: PoolClient) => Promise<unknown>;

/** Runs two transactions, the first step of the second between the steps of the first. */
async function interleave(
  { pool }: TestDatabase,
  first: readonly [Step, Step],
  second: readonly Step[],
): Promise<void> {
  const [one, two] = [await pool.connect(), await pool.connect()];
  try {
    await Promise.all([one.query('BEGIN'), two.query('BEGIN')]);
    await first[0](one);
    const others = (async () => {
      for (const step of second) await step(two);
      await two.query('COMMIT');
    })();
    await sleep(100);
    await Promise.all([first[1](one).then(() => one.query('COMMIT')), others]);
  } finally {
    one.release(true);
    two.release(true);
  }
}

const correct =
  (key: string, status: 'PUBLISHED' | 'PRELIMINARY' = 'PUBLISHED'): Step =>
  (client) =>
    revise(client, { key, status });
const rename =
  (code: string): Step =>
  (client) =>
    client.query(`UPDATE source SET publisher = publisher || '!' WHERE code = $1`, [code]);

it.each<[string, readonly [Step, Step], readonly Step[]]>([
  ['correct the same value', [correct(WORKSHOPS), correct(GRANTS)], [correct(GRANTS)]],
  [
    'correct the same values in another order',
    [correct(WORKSHOPS), correct(GRANTS)],
    [correct(GRANTS), correct(WORKSHOPS)],
  ],
  [
    'write to the same record',
    [rename('results-2023'), rename('seminar-pirot-en')],
    [rename('seminar-pirot-en')],
  ],
  [
    'prepare what the other publishes',
    [correct(WORKSHOPS), correct(GRANTS)],
    [correct(GRANTS, 'PRELIMINARY'), rename('results-2023')],
  ],
])('lets two writers that %s wait for each other in turn', async (_what, first, second) => {
  const database = await useTestDatabase('loaded');
  await interleave(database, first, second);
  expect(await newestVersion(database.pool)).toBe(3);
});
