import type { ClientBase, Pool } from 'pg';
import { askTogether } from './ask-together.ts';
import { type Means, readCatalog } from './fence-catalog.ts';
import { FenceError } from './fence-error.ts';
import { GUARDED_TABLES, type GuardedTable, PROBES, probeRows, type Scope } from './guarded-tables.ts';
import { VIEWER_ROLE } from './restricted.ts';
import { settingsOf, type Viewer } from './viewer.ts';

/** Milliseconds that a statement of the proof may wait for whoever is writing. */
const STATEMENT_TIMEOUT_MS = 120_000;
/** An id that no row has. */
const ELSEWHERE = -1_000_000;

/**
 * Proves that the guarded tables are guarded: that the unprivileged role can pass no policy, that row-level security
 * is on and forced, and that a row of somebody else is neither seen nor changed by any stranger. The row is made for
 * it, and taken back.
 *
 * @param onAsked - told when nothing is left but to wait for PostgreSQL: time for something else
 * @throws FenceError which tells what is broken
 */
export async function proveFences(pool: Pool, onAsked: () => void = () => undefined): Promise<void> {
  const client = await pool.connect();
  try {
    const means = await readCatalog(client, [
      'BEGIN',
      `SET LOCAL statement_timeout = ${STATEMENT_TIMEOUT_MS}`,
    ]);
    const scope = await findScope(client);
    const trials = GUARDED_TABLES.flatMap((table) => trialsOf(table, means.get(table)));
    const proof = proveByProbe(client, scope, trials);
    onAsked();
    await proof;
    await client.query(['ROLLBACK', ...trials.map(({ name }) => `DEALLOCATE ${name}`)].join('; '));
    client.release();
  } catch (error) {
    // What was begun and prepared goes with the connection.
    client.release(true);
    throw error;
  }
}

/** What anybody may try with a table: a prepared statement, and what it proves when a row comes of it. */
type Trial = {
  readonly name: string;
  readonly statement: string;
  readonly verb: 'sees' | 'changes';
  readonly table: string;
};

/** A statement, and what any row that comes of it proves; null where that proves nothing. */
type Attempt = { readonly statement: string; readonly finding: string | null };

/**
 * Makes the probe, and tries all that each stranger may, in one piece: a start waits for it. Each trial is prepared once,
 * as planning takes most of the time. A plan keeps nothing of whom it was made for: the catalog was asked for that.
 */
async function proveByProbe(client: ClientBase, scope: Scope, trials: readonly Trial[]): Promise<void> {
  const operator = { ...viewer('OPERATOR', scope), caller: 'probe' };
  const made = [
    assuming(client, operator, 'probe'),
    ...probeRows(scope),
    assuming(client, viewer('PARTNER', scope)),
    ...trials.map(({ name, statement }) => `PREPARE ${name} AS ${statement}`),
    `SELECT FROM beneficiary WHERE ${PROBES.beneficiary}`,
  ];
  const attempts: readonly Attempt[] = strangersTo(scope).flatMap(([name, stranger]) => [
    { statement: assuming(client, stranger), finding: null },
    ...trials.map((trial) => ({
      statement: `EXECUTE ${trial.name}`,
      finding: `${name} ${trial.verb} rows of ${trial.table} that are somebody else's`,
    })),
  ]);
  const answers = await askTogether(client, [...made, ...attempts.map(({ statement }) => statement)]);
  if (answers[made.length - 1]?.rowCount === 0) {
    throw new FenceError('a partner does not see a person that it enrolled, so nothing was proved');
  }
  const found = attempts.find(
    ({ finding }, index) => finding !== null && answers[made.length + index]?.rowCount !== 0,
  );
  if (found) throw new FenceError(found.finding ?? '');
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

/** The statement that makes what follows in the transaction the viewer's. */
function assuming(client: ClientBase, viewer: Viewer | null, key = ''): string {
  const settings = { ...settingsOf(viewer ?? { role: 'PUBLIC' }), ...(!viewer && { 'app.viewer_role': '' }) };
  const all = Object.entries({ ...settings, 'app.idempotency_key': key, role: VIEWER_ROLE });
  const calls = all.map(
    (setting) => `set_config(${setting.map((text) => client.escapeLiteral(text))}, true)`,
  );
  return `SELECT ${calls.join(', ')}`;
}

function trialsOf(table: GuardedTable, means: Means | undefined): readonly Trial[] {
  const where = `WHERE ${PROBES[table]}`;
  const trial = (verb: Trial['verb'], statement: string): Trial => {
    const [first = ''] = statement.split(' ');
    return { name: `prove_${first.toLowerCase()}_${table}`, statement, verb, table };
  };
  return [
    ...(means?.select ? [trial('sees', `SELECT FROM ${table} ${where}`)] : []),
    ...(means?.update
      ? [trial('changes', `UPDATE ${table} SET ${means.update} = ${means.update} ${where}`)]
      : []),
    ...(means?.delete ? [trial('changes', `DELETE FROM ${table} ${where}`)] : []),
  ];
}
