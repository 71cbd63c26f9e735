import type { ClientBase, Pool } from 'pg';
import { requireRole, requireTables } from './fence-catalog.ts';
import { FenceError } from './fence-error.ts';
import { GUARDED_TABLES, type GuardedTable, PROBE_ROWS, PROBES } from './guarded-tables.ts';
import { VIEWER_ROLE } from './restricted.ts';
import { settingsOf, type Viewer } from './viewer.ts';

/** Milliseconds that a statement of the proof may wait for whoever is writing. */
const STATEMENT_TIMEOUT_MS = 120_000;
/** An id that no row has. */
const ELSEWHERE = -1_000_000;

type Scope = { readonly project: number; readonly city: number; readonly organization: number };

/**
 * Proves that the guarded tables are guarded: that the unprivileged role can pass no policy, that row-level security
 * is on and forced, and that a row of somebody else is neither seen nor changed by any stranger. The row is made for
 * it, and taken back.
 *
 * @throws FenceError which tells what is broken
 */
export async function proveFences(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`BEGIN; SET LOCAL statement_timeout = ${STATEMENT_TIMEOUT_MS}`);
    await requireRole(client);
    await requireTables(client);
    await probe(client);
  } finally {
    await client.query('ROLLBACK').catch(() => undefined);
    client.release();
  }
}

async function probe(client: ClientBase): Promise<void> {
  const scope = await findScope(client);
  await assume(client, { ...viewer('OPERATOR', scope), caller: 'probe' }, 'probe');
  for (const { text, takesScope } of PROBE_ROWS) {
    await client.query(text, takesScope ? [scope.project, scope.city, scope.organization] : []);
  }
  await assume(client, viewer('PARTNER', scope));
  if (!(await sees(client, 'beneficiary'))) {
    throw new FenceError('a partner does not see a person that it enrolled, so nothing was proved');
  }
  await requireBlind(client, strangersTo(scope), await readMeans(client));
}

function viewer(role: 'MEMBER' | 'PARTNER' | 'STEWARD' | 'OPERATOR', scope: Scope) {
  const { project, city, organization: organizationId } = scope;
  return { role, caller: 'stranger', organizationId, projectIds: [project], cityIds: [city] } as const;
}

/** Everybody whom the probe is no business of; null is a transaction that says nothing of who asks. */
function strangersTo(scope: Scope): readonly (readonly [name: string, viewer: Viewer | null])[] {
  return [
    ['nobody', null],
    ['PUBLIC', { role: 'PUBLIC' }],
    ['a MEMBER', viewer('MEMBER', scope)],
    ['a PARTNER of another organization', viewer('PARTNER', { ...scope, organization: ELSEWHERE })],
    ['a PARTNER in another project', viewer('PARTNER', { ...scope, project: ELSEWHERE })],
    ['a PARTNER in another city', viewer('PARTNER', { ...scope, city: ELSEWHERE })],
    ['a STEWARD of another project', viewer('STEWARD', { ...scope, project: ELSEWHERE })],
  ];
}

/** A project, a city and an organization that a probe can belong to; made for it where there are none yet. */
async function findScope(client: ClientBase): Promise<Scope> {
  const { rows } = await client.query<Scope>(
    `SELECT project.id AS project, city.id AS city, organization.id AS organization
     FROM project, city, organization LIMIT 1`,
  );
  if (rows[0]) return rows[0];
  const name = `'{"en": "Probe"}'`;
  await client.query(
    `INSERT INTO district (id, code, iso3166, name) VALUES (-1, 'probe--', 'probe--', ${name});
     INSERT INTO city (id, code, district_id, name) VALUES (-1, 'probe--', -1, ${name});
     INSERT INTO organization (id, code, name, kind, country) VALUES (-1, 'probe--', ${name}, 'NGO', 'RS');
     INSERT INTO project (id, code, title) VALUES (-1, 'probe--', ${name})`,
  );
  return { project: -1, city: -1, organization: -1 };
}

async function assume(client: ClientBase, viewer: Viewer, key = ''): Promise<void> {
  await client.query(assuming(client, viewer, key));
}

/** The statement that makes what follows in the transaction the viewer's. */
function assuming(client: ClientBase, viewer: Viewer | null, key = ''): string {
  const settings = { ...settingsOf(viewer ?? { role: 'PUBLIC' }), ...(!viewer && { 'app.viewer_role': '' }) };
  const all = Object.entries({ ...settings, 'app.idempotency_key': key, role: VIEWER_ROLE });
  const calls = all.map(
    (setting) => `set_config(${setting.map((text) => client.escapeLiteral(text))}, true)`,
  );
  return `SELECT ${calls.join(', ')}`;
}

async function sees(client: ClientBase, table: GuardedTable): Promise<boolean> {
  const { rowCount } = await client.query(`SELECT FROM ${table} WHERE ${PROBES[table]}`);
  return rowCount !== 0;
}

/** What the unprivileged role may try with a table at all. */
type Means = { readonly select: boolean; readonly delete: boolean; readonly update: string | null };

async function readMeans(client: ClientBase): Promise<ReadonlyMap<string, Means>> {
  const { rows } = await client.query<Means & { readonly name: string }>(
    `SELECT name, has_table_privilege($2, name, 'SELECT') AS select, has_table_privilege($2, name, 'DELETE') AS delete,
            (SELECT attname FROM pg_attribute WHERE attrelid = name::regclass AND attnum > 0 AND NOT attisdropped
               AND has_column_privilege($2, attrelid, attnum, 'UPDATE') LIMIT 1) AS update
     FROM unnest($1::text[]) AS name`,
    [GUARDED_TABLES, VIEWER_ROLE],
  );
  return new Map(rows.map((row) => [row.name, row]));
}

/** A statement, and what it proves when any row comes of it; null where that proves nothing. */
type Attempt = { readonly statement: string; readonly finding: string | null };

function attemptsAt(name: string, table: GuardedTable, means: Means | undefined): readonly Attempt[] {
  const where = `WHERE ${PROBES[table]}`;
  const sees = `${name} sees rows of ${table} that are somebody else's`;
  const changes = `${name} changes rows of ${table} that are somebody else's`;
  return [
    ...(means?.select ? [{ statement: `SELECT FROM ${table} ${where}`, finding: sees }] : []),
    ...(means?.update
      ? [{ statement: `UPDATE ${table} SET ${means.update} = ${means.update} ${where}`, finding: changes }]
      : []),
    ...(means?.delete ? [{ statement: `DELETE FROM ${table} ${where}`, finding: changes }] : []),
  ];
}

/** Tries all that each stranger may, in one piece: a start waits for it. */
async function requireBlind(
  client: ClientBase,
  strangers: ReturnType<typeof strangersTo>,
  means: ReadonlyMap<string, Means>,
): Promise<void> {
  const attempts = strangers.flatMap(([name, stranger]): readonly Attempt[] => [
    { statement: assuming(client, stranger), finding: null },
    ...GUARDED_TABLES.flatMap((table) => attemptsAt(name, table, means.get(table))),
  ]);
  const text = attempts.map(({ statement }) => statement).join(';\n');
  // `pg` answers several statements by a list.
  const answers = (await client.query(text)) as unknown as readonly { readonly rowCount: number | null }[];
  if (answers.length !== attempts.length) {
    throw new FenceError('not all attempts were answered, so nothing was proved');
  }
  const found = attempts.find(({ finding }, index) => finding !== null && answers[index]?.rowCount !== 0);
  if (found) throw new FenceError(found.finding ?? '');
}
