import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useTestDatabase } from '../../../../testing/database.ts';
import { createOwnCluster } from '../../../../testing/own-cluster.ts';
import { createOwnedDatabase } from '../../../../testing/owned-database.ts';
import { readTables } from '../../../../testing/table-rows.ts';
import { FenceError } from './fence-error.ts';
import { proveFences } from './fences.ts';

it.each(['migrated', 'loaded'] as const)(
  'holds in a %s database, and leaves no trace in it',
  async (kind) => {
    const { pool } = await useTestDatabase(kind);
    const before = await readTables(pool);
    await Promise.all([proveFences(pool), proveFences(pool)]);
    expect(await readTables(pool)).toEqual(before);
  },
);

it('leaves nothing prepared on the connection, and no connection on which it failed', async () => {
  const { pool } = await useTestDatabase('migrated');
  const client = await pool.connect();
  client.release();
  await proveFences(pool);
  const prepared = 'SELECT name FROM pg_prepared_statements';
  expect((await pool.query(prepared)).rows).toEqual([]);
  expect(pool.totalCount).toBe(1);
  await pool.query('ALTER TABLE support NO FORCE ROW LEVEL SECURITY');
  await expect(proveFences(pool)).rejects.toThrow(FenceError);
  expect(pool.totalCount).toBe(0);
});

it('holds for the owner of the tables, who is no superuser', async () => {
  const { pool, drop } = await createOwnedDatabase();
  await proveFences(pool).finally(drop);
});

describe('on a server of its own', async () => {
  const { pool, drop } = await createOwnCluster();
  afterAll(drop);
  beforeAll(() => pool.query('CREATE ROLE other NOLOGIN'));

  const opened = (table: string, policy: string, back: string) =>
    [
      `the policy ${policy} of ${table} opened`,
      `ALTER POLICY ${policy} ON ${table} USING (true)`,
      new RegExp(`.* (sees|changes) rows of (${table}|support) that are somebody else's`),
      back,
    ] as const;

  it.each([
    [
      'a role that passes row-level security',
      'ALTER ROLE reintegration_viewer BYPASSRLS',
      'the role reintegration_viewer passes row-level security (BYPASSRLS)',
      'ALTER ROLE reintegration_viewer NOBYPASSRLS',
    ],
    [
      'a superuser',
      'ALTER ROLE reintegration_viewer SUPERUSER',
      'the role reintegration_viewer is a superuser',
      'ALTER ROLE reintegration_viewer NOSUPERUSER',
    ],
    [
      'a role that may sign in',
      'ALTER ROLE reintegration_viewer LOGIN',
      'the role reintegration_viewer may sign in',
      'ALTER ROLE reintegration_viewer NOLOGIN',
    ],
    [
      'a role that is a member of another',
      'GRANT other TO reintegration_viewer',
      'the role reintegration_viewer is a member of another role',
      'REVOKE other FROM reintegration_viewer',
    ],
    [
      'a role of another name',
      'ALTER ROLE reintegration_viewer RENAME TO renamed',
      'the role reintegration_viewer is missing',
      'ALTER ROLE renamed RENAME TO reintegration_viewer',
    ],
    [
      'a table whose owner passes',
      'ALTER TABLE support NO FORCE ROW LEVEL SECURITY',
      'row-level security of support is not forced on its owner',
      'ALTER TABLE support FORCE ROW LEVEL SECURITY',
    ],
    [
      'a table that is open',
      'ALTER TABLE idempotency_record DISABLE ROW LEVEL SECURITY',
      'row-level security is not on for idempotency_record',
      'ALTER TABLE idempotency_record ENABLE ROW LEVEL SECURITY',
    ],
    [
      'a table that the role owns',
      'ALTER TABLE support OWNER TO reintegration_viewer',
      'the role reintegration_viewer owns support',
      `ALTER TABLE support OWNER TO CURRENT_USER; GRANT SELECT, INSERT, DELETE ON support TO reintegration_viewer;
       GRANT UPDATE (revision) ON support TO reintegration_viewer`,
    ],
    opened(
      'api_key',
      'shown_is_read',
      'ALTER POLICY shown_is_read ON api_key USING (hash = (SELECT shown_key_hash()))',
    ),
    opened(
      'api_key',
      'steward_reads',
      `ALTER POLICY steward_reads ON api_key USING ((SELECT viewer_role()) = 'STEWARD' AND cardinality(project_ids) > 0
         AND project_ids <@ (SELECT viewer_projects())::integer[])`,
    ),
    opened(
      'beneficiary',
      'steward_project',
      `ALTER POLICY steward_project ON beneficiary USING ((SELECT viewer_role()) = 'STEWARD' AND project_id = ANY ((SELECT viewer_projects())::integer[]))`,
    ),
    opened(
      'support',
      'of_beneficiary',
      'ALTER POLICY of_beneficiary ON support USING (EXISTS (SELECT FROM beneficiary WHERE beneficiary.id = support.beneficiary_id))',
    ),
    opened(
      'idempotency_record',
      'own_answers',
      'ALTER POLICY own_answers ON idempotency_record USING (caller = (SELECT viewer_caller()))',
    ),
    opened(
      'audit_entry',
      'operator_reads',
      `ALTER POLICY operator_reads ON audit_entry USING ((SELECT viewer_role()) = 'OPERATOR')`,
    ),
    opened(
      'audit_head',
      'operator_reads',
      `ALTER POLICY operator_reads ON audit_head USING ((SELECT viewer_role()) = 'OPERATOR')`,
    ),
    ...(
      [
        ['viewer_role', 'api_key'],
        ['viewer_caller', 'idempotency_record'],
        ['viewer_cities', 'beneficiary'],
      ] as const
    ).map(
      ([name, table]) =>
        [
          `plans that keep what ${name}() said`,
          `ALTER FUNCTION ${name}() IMMUTABLE`,
          `policies of ${table} ask ${name}(), which is IMMUTABLE: plans would keep its answer for others`,
          `ALTER FUNCTION ${name}() STABLE`,
        ] as const,
    ),
    [
      'nobody whom the policies let through',
      'ALTER POLICY partner_own ON beneficiary RENAME TO kept; ALTER POLICY kept ON beneficiary USING (false)',
      'a partner does not see a person that it enrolled, so nothing was proved',
      `ALTER POLICY kept ON beneficiary RENAME TO partner_own; ALTER POLICY partner_own ON beneficiary USING (
         (SELECT viewer_role()) = 'PARTNER' AND enrolled_by_id = (SELECT viewer_organization())
         AND project_id = ANY ((SELECT viewer_projects())::integer[]) AND city_id = ANY ((SELECT viewer_cities())::integer[]))`,
    ],
  ] as const)('finds %s', async (_what, breach, found, back) => {
    await proveFences(pool);
    await pool.query(breach);
    const failure = await proveFences(pool).catch((error: unknown) => error);
    await pool.query(back);
    expect(failure).toBeInstanceOf(FenceError);
    if (typeof found === 'string') expect(String(failure)).toContain(`is broken: ${found}. `);
    else expect(String(failure)).toMatch(found);
    await proveFences(pool);
  });
});
