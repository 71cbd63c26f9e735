import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { urlOfDatabase } from '../../../../testing/database.ts';
import { createOwnedDatabase } from '../../../../testing/owned-database.ts';
import { ACTORS, COMMANDS, ROWS, tryMatrix } from './access-matrix.fixture.ts';
import { GUARDED_TABLES, type GuardedTable } from './guarded-tables.ts';

/**
 * What each may do with each table: SELECT, INSERT, UPDATE, DELETE. The rows are of project, city and organization 1.
 * `refused` is by a policy, `denied` for want of a privilege, `kept` by the table itself.
 */
const PEOPLE = `
  owner                          none refused none none
  nobody                         none refused none none
  public                         none refused none none
  member                         none refused none none
  partner                        rows rows    rows rows
  partner-of-other-organization  none refused none none
  partner-in-other-project       none refused none none
  partner-in-other-city          none refused none none
  steward                        rows rows    rows rows
  steward-of-other-project       none refused none none
  operator                       rows rows    rows rows`;
const LOG = `
  nobody                         none denied denied denied
  public                         none denied denied denied
  member                         none denied denied denied
  partner                        none denied denied denied
  partner-of-other-organization  none denied denied denied
  partner-in-other-project       none denied denied denied
  partner-in-other-city          none denied denied denied
  steward                        none denied denied denied
  steward-of-other-project       none denied denied denied
  operator                       rows denied denied denied`;
const EXPECTED: Readonly<Record<GuardedTable, string>> = {
  api_key: `
  owner                          none refused none none
  nobody                         none refused none denied
  public                         none refused none denied
  member                         none refused none denied
  partner                        none refused none denied
  partner-of-other-organization  none refused none denied
  partner-in-other-project       none refused none denied
  partner-in-other-city          none refused none denied
  steward                        rows rows    rows denied
  steward-of-other-project       none refused none denied
  operator                       rows rows    rows denied`,
  beneficiary: PEOPLE,
  support: PEOPLE,
  idempotency_record: `
  owner                          none refused none none
  nobody                         none refused none denied
  public                         none refused none denied
  member                         none refused none denied
  partner                        rows rows    rows denied
  partner-of-other-organization  none refused none denied
  partner-in-other-project       none refused none denied
  partner-in-other-city          none refused none denied
  steward                        none refused none denied
  steward-of-other-project       none refused none denied
  operator                       none refused none denied`,
  idempotency_subject: `
  owner                          none refused none none
  nobody                         denied denied denied denied
  public                         denied denied denied denied
  member                         denied denied denied denied
  partner                        denied denied denied denied
  partner-of-other-organization  denied denied denied denied
  partner-in-other-project       denied denied denied denied
  partner-in-other-city          denied denied denied denied
  steward                        denied denied denied denied
  steward-of-other-project       denied denied denied denied
  operator                       denied denied denied denied`,
  audit_entry: `
  owner                          none refused kept kept${LOG}`,
  audit_head: `
  owner                          none refused none none${LOG}`,
  statistics_secret: `
  owner                          none refused kept kept
  nobody                         none refused denied denied
  public                         none refused denied denied
  member                         none refused denied denied
  partner                        none refused denied denied
  partner-of-other-organization  none refused denied denied
  partner-in-other-project       none refused denied denied
  partner-in-other-city          none refused denied denied
  steward                        rows none    denied denied
  steward-of-other-project       none refused denied denied
  operator                       rows none    denied denied`,
};
const expected = [
  ...Object.entries(EXPECTED)
    .flatMap(([table, rows]) =>
      rows
        .trim()
        .split('\n')
        .map((row) => `${table} ${row.trim().split(/\s+/).join(' ')}`),
    )
    .sort(),
  'erasing forgets 1 answers',
  'the head follows in 1 row',
  'a key that is shown opens 1 row, and changes 1',
];

const database = await createOwnedDatabase();
afterAll(() => database.drop());
beforeAll(async () => {
  const administrator = new pg.Client({
    connectionString: urlOfDatabase(inject('postgresUrl'), database.owner),
  });
  await administrator.connect();
  await administrator.query(ROWS);
  await administrator.end();
});

/** The matrix of a database that is changed so, and taken back. */
async function matrixAfter(change = ''): Promise<readonly string[]> {
  const client = await database.pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(change);
    return await tryMatrix(client);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

it('has an expectation for every cell', () => {
  const cells = expected.slice(0, -3).flatMap((line) => line.split(' ').slice(2));
  expect(cells.length).toBe(Object.keys(ACTORS).length * GUARDED_TABLES.length * COMMANDS.length);
});

it('lets everybody do what is expected, and nothing else', async () => {
  expect(await matrixAfter()).toEqual(expected);
});

const { rows: policies } = await database.pool.query<{
  name: string;
  table: string;
  using: string | null;
}>(
  `SELECT policyname AS name, tablename AS table, qual AS using FROM pg_policies WHERE schemaname = 'public' ORDER BY 2, 1`,
);

it('has policies on every guarded table', () => {
  expect([...new Set(policies.map(({ table }) => table))]).toEqual(GUARDED_TABLES);
});

describe.each(policies)('the policy $name of $table', ({ name, table, using }) => {
  it('is missed when it is dropped', async () => {
    expect(await matrixAfter(`DROP POLICY ${name} ON ${table}`)).not.toEqual(expected);
  });

  it('is missed when it lets everything through', async () => {
    const clause = using === null ? 'WITH CHECK' : 'USING';
    expect(await matrixAfter(`ALTER POLICY ${name} ON ${table} ${clause} (true)`)).not.toEqual(expected);
  });
});

// Everything that a policy asks for, as PostgreSQL itself writes it, one condition at a time.
const conditions = policies.flatMap(({ name, table, using }) =>
  (using ?? '')
    .slice(1, -1)
    .split(' AND ')
    .filter((_, __, all) => all.length > 1)
    .map((condition) => ({ name, table, using: using ?? '', condition })),
);

it('finds the single conditions of policies', () => {
  expect(conditions.map(({ name }) => name)).toEqual([
    ...Array.from({ length: 3 }, () => 'steward_reads'),
    ...Array.from({ length: 3 }, () => 'steward_revokes'),
    ...Array.from({ length: 4 }, () => 'partner_own'),
    ...Array.from({ length: 2 }, () => 'steward_project'),
    // Of beneficiary, then of statistics_secret.
    ...Array.from({ length: 2 }, () => 'steward_project'),
  ]);
});

it.each(conditions)('misses of $name: $condition', async ({ name, table, using, condition }) => {
  const weaker = using.replace(condition, 'true');
  expect(weaker).not.toBe(using);
  expect(await matrixAfter(`ALTER POLICY ${name} ON ${table} USING (${weaker})`)).not.toEqual(expected);
});

it.each(GUARDED_TABLES)('misses row-level security of %s when it is off, or not forced', async (table) => {
  expect(await matrixAfter(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`)).not.toEqual(expected);
  expect(await matrixAfter(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`)).not.toEqual(expected);
});
