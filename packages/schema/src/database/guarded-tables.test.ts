import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../testing/database.ts';
import { execute } from '../../../../testing/execute.ts';
import { listTables } from '../../../../testing/transact.ts';
import { readGoldenOperations } from '../golden/golden-operation.ts';
import { GUARDED_TABLES } from './guarded-tables.ts';

/** Tables that public reading has no business with. */
const UNREAD = [
  ...GUARDED_TABLES,
  '_prisma_migrations',
  'dataset_entry',
  'dataset_files',
  'organization_contact',
];

const database = await createTestDatabase('loaded');
const { pool, url } = database;
const role = `test_${randomBytes(6).toString('hex')}`;
/** Everything that this pool does, it does as a role that is no superuser, and no viewer. */
const asRole = new pg.Pool({ connectionString: url, max: 2, options: `-c role=${role}` });

beforeAll(async () => {
  await pool.query(`CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOBYPASSRLS`);
  await pool.query(
    `INSERT INTO beneficiary (project_id, kind, category, city_id, enrolled_in, enrolled_by_id) VALUES (1, 'HOUSEHOLD', 'RETURNEE', 1, '2020-01', 1)`,
  );
  await pool.query(
    `INSERT INTO support (beneficiary_id, component_code, type, starts_on, organization_id) SELECT id, 'ECONOMIC', 'RETRAINING', '2020', 1 FROM beneficiary`,
  );
  await pool.query(
    `INSERT INTO api_key (family_id, slot, hash, role, organization_id) VALUES (gen_random_uuid(), 1, repeat('0', 64), 'MEMBER', 1)`,
  );
  await pool.query(`INSERT INTO idempotency_record (caller, key, digest) VALUES ('someone', 'a', '')`);
  await pool.query(`INSERT INTO idempotency_subject SELECT 'someone', 'a', id FROM beneficiary`);
  await pool.query(`INSERT INTO statistics_secret SELECT id, sha256('') FROM project`);
});
afterAll(async () => {
  await asRole.end();
  await pool.query(`REASSIGN OWNED BY ${role} TO CURRENT_USER`);
  await pool.query(`DROP OWNED BY ${role}`);
  await pool.query(`DROP ROLE ${role}`);
  await database.drop();
});

it('are all tables with row-level security, which is forced on each', async () => {
  const { rows } = await pool.query(
    `SELECT relname AS name, relforcerowsecurity AS forced FROM pg_class
     WHERE relrowsecurity AND relnamespace = 'public'::regnamespace ORDER BY relname`,
  );
  expect(rows).toEqual(GUARDED_TABLES.map((name) => ({ name, forced: true })));
});

describe.each(GUARDED_TABLES)('%s', (table) => {
  beforeAll(() => pool.query(`GRANT ALL ON ${table} TO ${role}`));

  /** How many rows a role reads, changes and removes. The log of changes and what is frozen refuse whoever tries. */
  const everything = async () => {
    const { rows } = await pool.query<{ column: string }>(
      'SELECT attname AS column FROM pg_attribute WHERE attrelid = $1::regclass AND attnum = 1',
      [table],
    );
    const column = rows[0]?.column;
    const read = await asRole.query(`SELECT FROM ${table}`);
    const refused = (error: Error) => {
      if (!/only ever added to|are frozen/.test(error.message)) throw error;
      return { rowCount: 0 };
    };
    const changed = await asRole.query(`UPDATE ${table} SET ${column} = ${column}`).catch(refused);
    const removed = await asRole.query(`DELETE FROM ${table}`).catch(refused);
    return [read.rowCount, changed.rowCount, removed.rowCount];
  };

  it('shows no row to a role that may do everything with it, and lets it change none', async () => {
    expect((await pool.query(`SELECT FROM ${table}`)).rowCount).toBeGreaterThan(0);
    expect(await everything()).toEqual([0, 0, 0]);
  });

  it('takes no row from it', async () => {
    const { rows } = await pool.query(`SELECT row_to_json(t) AS row FROM ${table} AS t LIMIT 1`);
    const copy = `INSERT INTO ${table} SELECT * FROM json_populate_record(NULL::${table}, $1)`;
    await expect(asRole.query(copy, [rows[0].row])).rejects.toThrow('violates row-level security policy');
  });

  it('is closed to its owner too', async () => {
    await pool.query(`ALTER TABLE ${table} OWNER TO ${role}`);
    expect(await everything()).toEqual([0, 0, 0]);
    await pool.query(`ALTER TABLE ${table} OWNER TO CURRENT_USER`);
  });
});

it('answers every operation for a role that may read nothing but what is public', async () => {
  await pool.query(`REVOKE ALL ON ${GUARDED_TABLES.join(', ')} FROM ${role}`);
  const open = (await listTables(pool)).filter((table) => !UNREAD.includes(table));
  await pool.query(`GRANT SELECT ON ${open.join(', ')} TO ${role}`);
  await expect(asRole.query('SELECT FROM support')).rejects.toThrow('permission denied');
  for (const { name, ...operation } of readGoldenOperations('2020-01-01T00:00:00.000Z')) {
    const [{ data, errors }, asSuperuser] = [
      await execute(asRole, operation),
      await execute(pool, operation),
    ];
    expect({ name, data, errors }).toEqual({ name, data: asSuperuser.data, errors: asSuperuser.errors });
  }
});
