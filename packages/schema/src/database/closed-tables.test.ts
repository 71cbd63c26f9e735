import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../testing/database.ts';
import { execute } from '../../../../testing/execute.ts';
import { listTables } from '../../../../testing/transact.ts';
import { readGoldenOperations } from '../golden/golden-operation.ts';

const CLOSED = ['beneficiary', 'support'];
/** Tables that public reading has no business with. */
const UNREAD = [...CLOSED, '_prisma_migrations', 'dataset_entry', 'statistics_cell', 'statistics_release'];

const database = await createTestDatabase('loaded');
const { pool, url } = database;
const role = `test_${randomBytes(6).toString('hex')}`;
/** Everything that this pool does, it does as a role that is no superuser. */
const asRole = new pg.Pool({ connectionString: url, max: 2, options: `-c role=${role}` });

beforeAll(async () => {
  await pool.query(`CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOBYPASSRLS`);
  await pool.query(
    `INSERT INTO beneficiary (project_id, kind, category, city_id, enrolled_in, enrolled_by_id) VALUES (1, 'HOUSEHOLD', 'RETURNEE', 1, '2020-01', 1)`,
  );
  await pool.query(
    `INSERT INTO support (beneficiary_id, component_code, type, starts_on, organization_id) SELECT id, 'ECONOMIC', 'RETRAINING', '2020', 1 FROM beneficiary`,
  );
});
afterAll(async () => {
  await asRole.end();
  await pool.query(`REASSIGN OWNED BY ${role} TO CURRENT_USER`);
  await pool.query(`DROP OWNED BY ${role}`);
  await pool.query(`DROP ROLE ${role}`);
  await database.drop();
});

describe.each(CLOSED)('%s', (table) => {
  beforeAll(() => pool.query(`GRANT ALL ON ${table} TO ${role}`));

  const everything = async () => {
    const read = await asRole.query(`SELECT * FROM ${table}`);
    const changed = await asRole.query(`UPDATE ${table} SET revision = revision + 1`);
    const removed = await asRole.query(`DELETE FROM ${table}`);
    return [read.rowCount, changed.rowCount, removed.rowCount];
  };

  it('shows no row to a role that may do everything with it, and lets it change none', async () => {
    const { rows } = await pool.query(`SELECT count(*)::int AS count FROM ${table}`);
    expect(rows).toEqual([{ count: 1 }]);
    expect(await everything()).toEqual([0, 0, 0]);
  });

  it('takes no row from it', async () => {
    const { rows } = await pool.query(`SELECT row_to_json(t) AS row FROM ${table} AS t`);
    const copy = `INSERT INTO ${table} SELECT * FROM json_populate_record(NULL::${table}, $1)`;
    const another = { ...rows[0].row, id: '00000000-0000-4000-8000-000000000000' };
    await expect(asRole.query(copy, [another])).rejects.toThrow('violates row-level security policy');
  });

  it('is closed to its owner too', async () => {
    await pool.query(`ALTER TABLE ${table} OWNER TO ${role}`);
    expect(await everything()).toEqual([0, 0, 0]);
    await pool.query(`ALTER TABLE ${table} OWNER TO CURRENT_USER`);
  });
});

it('answers every operation for a role that may read nothing but what is public', async () => {
  await pool.query(`REVOKE ALL ON ${CLOSED.join(', ')} FROM ${role}`);
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
