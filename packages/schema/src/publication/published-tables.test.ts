import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../testing/database.ts';
import { addSynthetic } from '../../../../testing/synthetic.ts';
import { listTables, transact } from '../../../../testing/transact.ts';

/** Tables whose changes publish nothing by themselves, each with the reason. */
const notPublished: Readonly<Record<string, string>> = {
  _prisma_migrations: 'says which migrations ran',
  api_key: 'never public',
  audit_entry: 'never public',
  audit_head: 'never public',
  beneficiary: 'never public',
  dataset_entry: 'remembers what was last loaded from files',
  dataset_files: 'remembers which files those were',
  idempotency_record: 'never public',
  idempotency_subject: 'never public',
  measurement: 'says nothing before it has a revision',
  measurement_revision: 'publishes by its status; see the tests of revisions',
  measurement_revision_source: 'comes with its revision',
  organization_contact: 'for members alone',
  publication: 'is the log itself',
  statistics_secret: 'never public',
  support: 'never public',
};

const { pool, drop } = await createTestDatabase('loaded');
const tables = await listTables(pool);
const published = tables.filter((table) => !(table in notPublished));
afterAll(drop);

const statistics = [
  `INSERT INTO statistics_release (project_id, number, period_start, period_end, method, threshold, variance)
   SELECT id, 1, '2020', '2020', 'synthetic', 5, 1 FROM project WHERE is_synthetic`,
  `INSERT INTO statistics_cell (release_id, level, status) SELECT id, 'PROJECT', 'SUPPRESSED' FROM statistics_release
   WHERE frozen_at = (SELECT max(published_at) FROM publication)`,
];

/** Frozen for good: their rows come once, and no other change is tried here. */
const FROZEN = ['statistics_release', 'statistics_cell'];
const changing = published.filter((table) => !FROZEN.includes(table));

/** A whole number that any row of the table may change. */
async function countOf(table: string): Promise<string> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND atttypid = 'int4'::regtype ORDER BY attnum LIMIT 1`,
    [table],
  );
  return rows[0]?.name ?? '';
}

beforeAll(async () => {
  await addSynthetic(pool, 1, 3);
  // Each table is tried by itself: without foreign keys, one table can be emptied and filled again.
  const { rows } = await pool.query<{ statement: string }>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS statement
     FROM pg_constraint WHERE contype = 'f'`,
  );
  for (const { statement } of rows) await pool.query(statement);
  await pool.query('CREATE SCHEMA kept');
  for (const table of changing) await pool.query(`CREATE TABLE kept.${table} AS TABLE ${table}`);
});

it('knows of every table whether it is published', () => {
  expect(tables).toEqual(expect.arrayContaining(Object.keys(notPublished)));
  expect(published).toContain('statistics_cell');
  expect(published.length).toBeGreaterThan(20);
});

describe.each(changing)('%s', (table) => {
  const insert = `INSERT INTO ${table} SELECT * FROM kept.${table}`;

  it('publishes one version for each transaction that changes it, however many rows it changes', async () => {
    const number = await countOf(table);
    expect(await transact(pool, [`DELETE FROM ${table}`]), 'DELETE').toBe(1);
    expect(await transact(pool, [insert]), 'INSERT').toBe(1);
    expect(await transact(pool, [`UPDATE ${table} SET ${number} = ${number} + 1000`]), 'UPDATE').toBe(1);
    expect(await transact(pool, [`TRUNCATE ${table}`]), 'TRUNCATE').toBe(1);
    expect(
      await transact(pool, [insert, `DELETE FROM ${table}`, insert, `TRUNCATE ${table}`, insert]),
      'all',
    ).toBe(1);
  });

  it('publishes nothing where nothing changes', async () => {
    const number = await countOf(table);
    expect(await transact(pool, [`UPDATE ${table} SET ${number} = ${number}`]), 'UPDATE to the same').toBe(0);
    expect(await transact(pool, [`UPDATE ${table} SET ${number} = 0 WHERE false`]), 'UPDATE of no row').toBe(
      0,
    );
    expect(await transact(pool, [`DELETE FROM ${table} WHERE false`]), 'DELETE of no row').toBe(0);
    expect(await transact(pool, [`${insert} WHERE false`]), 'INSERT of no row').toBe(0);
    expect(await transact(pool, [`${insert} ON CONFLICT DO NOTHING`]), 'INSERT of what is there').toBe(0);
    expect(await transact(pool, [`DELETE FROM ${table}`, insert], 'ROLLBACK'), 'taken back').toBe(0);
  });
});

it('publishes one version for a release with its cells', async () => {
  expect(await transact(pool, statistics)).toBe(1);
  expect(await transact(pool, statistics, 'ROLLBACK')).toBe(0);
});

it('publishes one version for a transaction that changes every table', async () => {
  const changes = changing.flatMap((table) => [
    `DELETE FROM ${table}`,
    `INSERT INTO ${table} SELECT * FROM kept.${table}`,
  ]);
  expect(await transact(pool, changes)).toBe(1);
});

it('publishes what remains of a transaction that took a part of itself back', async () => {
  const change = `UPDATE source SET publisher = publisher || '!'`;
  expect(await transact(pool, ['SAVEPOINT here', change, 'ROLLBACK TO here'])).toBe(0);
  expect(await transact(pool, ['SAVEPOINT here', change, 'ROLLBACK TO here', change])).toBe(1);
  expect(await transact(pool, [change, 'SAVEPOINT here', change, 'ROLLBACK TO here'])).toBe(1);
});

it('publishes nothing for writing back what is there, as a loader does', async () => {
  const upsert = (publisher: string) =>
    `INSERT INTO source (code, language, title, publisher) SELECT code, language, title, publisher FROM source
     ON CONFLICT (code) DO UPDATE SET publisher = ${publisher}`;
  expect(await transact(pool, [upsert('excluded.publisher')])).toBe(0);
  expect(await transact(pool, [upsert(`excluded.publisher || '?'`)])).toBe(1);
});

it('publishes nothing for what is not public', async () => {
  expect(
    await transact(pool, [
      `INSERT INTO dataset_entry VALUES ('synthetic', 'source', 'x', 'x')`,
      `UPDATE dataset_entry SET digest = 'y'`,
      'TRUNCATE dataset_entry',
      `INSERT INTO beneficiary (project_id, kind, category, city_id, enrolled_in, enrolled_by_id)
       SELECT 1, 'HOUSEHOLD', 'RETURNEE', 1, '2020-01', 1`,
      'DELETE FROM beneficiary',
      `INSERT INTO measurement (key, project_id, indicator_id, kind) VALUES ('synthetic', 1, 1, 'ACTUAL')`,
    ]),
  ).toBe(0);
});
