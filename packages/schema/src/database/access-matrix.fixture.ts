import type { ClientBase, DatabaseError } from 'pg';
import type { GuardedTable } from './guarded-tables.ts';
import { settingsOf, type Viewer } from './viewer.ts';

/** What a role may find when it tries something: rows, none, or why it was not let. */
export type Outcome = 'rows' | 'none' | 'refused' | 'denied' | 'kept' | 'broken';

/** The commands of each cell, in the order of the table of expectations. */
export const COMMANDS = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] as const;

const HASH = `repeat('a', 64)`;
const PERSON = `'11111111-1111-4111-8111-111111111111'`;

/** Rows for all to reach for, made by whoever passes policies. They are of project, city and organization 1. */
export const ROWS = `
  SELECT set_config('app.caller', 'key:own', false), set_config('app.idempotency_key', 'k', false);
  INSERT INTO idempotency_record (caller, key, digest, answer) VALUES ('key:own', 'k', '', '{}');
  INSERT INTO beneficiary (id, project_id, city_id, enrolled_by_id, kind, category, enrolled_in)
    VALUES (${PERSON}, 1, 1, 1, 'HOUSEHOLD', 'RETURNEE', '2025-01');
  INSERT INTO support (beneficiary_id, organization_id, component_code, type, starts_on)
    VALUES (${PERSON}, 1, 'ECONOMIC', 'COUNSELLING', '2025');
  INSERT INTO api_key (family_id, slot, hash, role, organization_id, project_ids, city_ids)
    VALUES (gen_random_uuid(), 1, ${HASH}, 'PARTNER', 1, '{1}', '{1}'),
           (gen_random_uuid(), 1, repeat('b', 64), 'MEMBER', 1, '{}', '{}');
  INSERT INTO statistics_secret VALUES (1, sha256(''));
  SELECT set_config('app.caller', '', false), set_config('app.idempotency_key', '', false)`;

/** How each table is inserted into, and a column that may be changed to what it is, or to a value. */
const TABLES: Readonly<
  Record<GuardedTable, { readonly insert: string; readonly column: string; readonly value?: string }>
> = {
  api_key: {
    insert: `(family_id, slot, hash, role, organization_id, project_ids)
      VALUES (gen_random_uuid(), 1, repeat('c', 64), 'STEWARD', 1, '{1}')`,
    column: 'last_used_on',
    // Reads no column: what may be changed is not narrowed by what may be read.
    value: 'current_date',
  },
  beneficiary: {
    insert: `(project_id, city_id, enrolled_by_id, kind, category, enrolled_in)
      VALUES (1, 1, 1, 'HOUSEHOLD', 'RETURNEE', '2025-01')`,
    column: 'revision',
  },
  support: {
    insert: `(beneficiary_id, organization_id, component_code, type, starts_on)
      VALUES (${PERSON}, 1, 'ECONOMIC', 'COUNSELLING', '2025')`,
    column: 'revision',
  },
  idempotency_record: {
    insert: `(caller, key, digest) VALUES ('key:own', 'another', '')`,
    column: 'answer',
  },
  idempotency_subject: {
    insert: `VALUES ('key:own', 'k', '22222222-2222-4222-8222-222222222222')`,
    column: 'key',
  },
  audit_entry: {
    insert: `VALUES (1000000, now(), 'key:own', 'BENEFICIARY', 'INSERT', 'x', NULL, NULL, 'x', 'x')`,
    column: 'caller',
  },
  audit_head: { insert: `VALUES (1, 0, 'x')`, column: 'hash' },
  // There is one already: whoever may make one, makes none.
  statistics_secret: { insert: `VALUES (1, sha256('x')) ON CONFLICT DO NOTHING`, column: 'secret' },
};

const known = (role: 'MEMBER' | 'PARTNER' | 'STEWARD' | 'OPERATOR', scope: Partial<Viewer> = {}) =>
  ({ role, caller: 'key:other', organizationId: 1, projectIds: [1], cityIds: [1], ...scope }) as Viewer;

/** Who tries: 'owner' is the user of the pool as it is, 'nobody' the unprivileged role without any setting. */
export const ACTORS: Readonly<Record<string, Viewer | 'owner' | 'nobody'>> = {
  owner: 'owner',
  nobody: 'nobody',
  public: { role: 'PUBLIC' },
  member: known('MEMBER'),
  partner: known('PARTNER', { caller: 'key:own' }),
  'partner-of-other-organization': known('PARTNER', { organizationId: 2 }),
  'partner-in-other-project': known('PARTNER', { projectIds: [2] }),
  'partner-in-other-city': known('PARTNER', { cityIds: [2] }),
  steward: known('STEWARD', { cityIds: [] }),
  'steward-of-other-project': known('STEWARD', { projectIds: [2] }),
  operator: known('OPERATOR', { organizationId: null, projectIds: [], cityIds: [] }),
};

const statementsOf = (table: GuardedTable) => {
  const { insert, column, value = column } = TABLES[table];
  return [
    `SELECT FROM ${table}`,
    `INSERT INTO ${table} ${insert}`,
    `UPDATE ${table} SET ${column} = ${value}`,
    `DELETE FROM ${table}`,
  ];
};

async function assume(client: ClientBase, actor: Viewer | 'owner' | 'nobody'): Promise<void> {
  await client.query('RESET ROLE');
  const settings = settingsOf(typeof actor === 'string' ? { role: 'PUBLIC' } : actor);
  const isKnown = typeof actor !== 'string';
  for (const [name, value] of Object.entries(settings)) {
    await client.query('SELECT set_config($1, $2, true)', [name, isKnown ? value : '']);
  }
  const hasAnswer = isKnown && actor.role !== 'PUBLIC' && actor.caller === 'key:own';
  await client.query(`SELECT set_config('app.idempotency_key', $1, true)`, [hasAnswer ? 'k' : '']);
  if (actor !== 'owner') await client.query('SET LOCAL ROLE reintegration_viewer');
}

async function attempt(client: ClientBase, statement: string): Promise<Outcome> {
  await client.query('SAVEPOINT cell');
  try {
    const { rowCount } = await client.query(statement);
    return rowCount ? 'rows' : 'none';
  } catch (error) {
    const { message, code } = error as DatabaseError;
    if (message.includes('violates row-level security')) return 'refused';
    if (/only ever added to|are frozen/.test(message)) return 'kept';
    return code === '42501' ? 'denied' : 'broken';
  } finally {
    await client.query('ROLLBACK TO cell');
  }
}

/** What writing sets off behind the tables: kept answers are forgotten, and the head of the log moves. */
async function tryConsequences(client: ClientBase): Promise<readonly string[]> {
  const partner = ACTORS.partner ?? 'nobody';
  await assume(client, partner);
  await client.query('SAVEPOINT cell');
  const lines: string[] = [];
  try {
    await client.query('DELETE FROM beneficiary');
    const forgotten = await client.query('SELECT FROM idempotency_record WHERE erased_at IS NOT NULL');
    lines.push(`erasing forgets ${forgotten.rowCount} answers`);
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    await assume(client, ACTORS.operator ?? 'nobody');
    const followed = await client.query(
      'SELECT FROM audit_head WHERE number = (SELECT max(number) FROM audit_entry)',
    );
    lines.push(`the head follows in ${followed.rowCount} row`);
  } catch (error) {
    lines.push(`consequences are broken: ${(error as Error).message}`);
  }
  await client.query('ROLLBACK TO cell');
  return lines;
}

/** What a key opens while it is looked up: its own row, to be read and its use to be noted. */
async function tryShownKey(client: ClientBase): Promise<string> {
  await assume(client, { role: 'PUBLIC' });
  await client.query('SAVEPOINT cell');
  await client.query(`SELECT set_config('app.key_hash', ${HASH}, true)`);
  const read = await client.query('SELECT FROM api_key');
  const used = await client.query('UPDATE api_key SET last_used_on = current_date');
  await client.query('ROLLBACK TO cell');
  return `a key that is shown opens ${read.rowCount} row, and changes ${used.rowCount}`;
}

/** Tries every cell within a transaction that the caller began, each by itself. One line an actor and table. */
export async function tryMatrix(client: ClientBase): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const [name, actor] of Object.entries(ACTORS)) {
    await assume(client, actor);
    for (const table of Object.keys(TABLES) as GuardedTable[]) {
      const outcomes: Outcome[] = [];
      for (const statement of statementsOf(table)) outcomes.push(await attempt(client, statement));
      lines.push([table, name, ...outcomes].join(' '));
    }
  }
  return [...lines.sort(), ...(await tryConsequences(client)), await tryShownKey(client)];
}
