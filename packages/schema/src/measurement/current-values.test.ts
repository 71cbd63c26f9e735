import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../testing/database.ts';
import { type RevisionInput, revise } from '../../../../testing/revise.ts';
import { addSynthetic } from '../../../../testing/synthetic.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('loaded');
  await addSynthetic(database.pool, 1);
});
afterAll(() => database?.drop());

/** Measurements whose values that are kept beside them are not those of their newest public revision. */
async function findStale(): Promise<readonly unknown[]> {
  const { rows } = await database.pool.query(
    `SELECT key FROM measurement LEFT JOIN LATERAL (
       SELECT * FROM measurement_revision
       WHERE measurement_id = measurement.id AND status <> 'PRELIMINARY' ORDER BY revision DESC LIMIT 1
     ) AS newest ON true
     WHERE (current_revision, current_value, current_qualifier, current_status, current_note, current_recorded_at)
       IS DISTINCT FROM
       (newest.revision, newest.value, newest.qualifier, newest.status, newest.note, newest.recorded_at)`,
  );
  return rows;
}

const keys = ['synthetic-0001/ACTUAL/city', 'synthetic-0001/TARGET/project'];
const revisions = fc.array(
  fc.record<RevisionInput>({
    key: fc.constantFrom(...keys),
    value: fc.integer({ min: 0, max: 1_000_000 }),
    status: fc.constantFrom('PRELIMINARY', 'PUBLISHED', 'WITHDRAWN'),
    qualifier: fc.constantFrom('EXACT', 'MORE_THAN', 'AT_LEAST', 'ABOUT'),
  }),
  { minLength: 1, maxLength: 5 },
);

it('what holds now is the newest public revision, whatever revisions come, alone or together', async () => {
  expect(await findStale()).toEqual([]);
  const { pool } = database;
  await fc.assert(
    fc.asyncProperty(revisions, fc.constantFrom('COMMIT', 'ROLLBACK', null), async (added, end) => {
      const client = await pool.connect();
      try {
        if (end) await client.query('BEGIN');
        for (const revision of added) await revise(client, revision);
        if (end) await client.query(end);
      } finally {
        client.release();
      }
      expect(await findStale()).toEqual([]);
    }),
    { numRuns: 60 },
  );
}, 60_000);

it('nobody but a revision changes what is kept', async () => {
  for (const change of ['current_value = 1', 'current_revision = 1', "current_status = 'WITHDRAWN'"]) {
    await expect(
      database.pool.query(
        `UPDATE measurement SET ${change} WHERE current_value <> 1 AND key = $1`,
        keys.slice(0, 1),
      ),
    ).rejects.toThrow();
  }
});
