import { schema } from '@reintegration/schema';
import { afterAll, describe, expect, it } from 'vitest';
import { shareTestGateway } from '../../../../testing/gateway.ts';
import { countResolvers } from '../../../../testing/hostile/count-resolvers.ts';
import { hostileRows } from '../../../../testing/hostile/list.ts';
import { asked, type HostileRow, itemOf, refusal } from '../../../../testing/hostile/row.ts';
import { type Received, sendHostile } from '../../../../testing/hostile/send.ts';
import { startIssuer } from '../auth/started-issuer.fixture.ts';

/** What the list must try, as it is specified. */
const SPECIFIED = [
  'alias-flooding',
  'typename-flooding',
  'duplicate-fields',
  'deep-nesting',
  'fragment-cycles',
  'fragment-doubling',
  'overlapping-fragments',
  'operations-named-schema',
  'list-sizes-by-variable',
  'negative-first',
  'zero-first',
  'huge-first',
  'absent-first',
  'first-with-last',
  'directive-flooding',
  'introspection-depth',
  'field-typos',
  'variable-typos',
  'bad-list-items',
  'deep-json',
  'proto',
  'sql-text',
  'get-mutations',
  'get-without-preflight',
  'wrong-content-types',
  'wrong-charsets',
  'comments',
  'gzip-bombs',
  'unknown-hashes',
  'mismatched-hashes',
  'batches',
  'subscriptions-over-post',
  'node-ids',
  'hidden-fields-in-filters',
  'forged-cursors',
  'forged-tokens',
  'forged-keys',
  'spoofed-headers',
  'slow-headers',
  'slow-bodies',
  'pipelining',
  'nul',
  'lone-surrogates',
];

/** Often enough for a query to be executed as compiled code, were it let pass. */
const TIMES = 6;
/** What an answer tells of the inside: suggestions, stacks, files, words of the database and of what runs here. */
const HINTS =
  /did you mean|\\n +at |node_modules|file:\/|\/packages\/|\.[cm]?[tj]s\b|FST_|HPE_|syntax error at|invalid byte|pg_|prisma|kysely|pothos|column |relation |password/i;

const [issuer, other] = [await startIssuer(), await startIssuer()];
const rows = await hostileRows(issuer, other);
const gateway = shareTestGateway({ issuers: [issuer.settings] });
const resolversRun = countResolvers(schema);
afterAll(() => {
  issuer.close();
  other.close();
});

/** Sends a row, and tells how often a connection to the database was taken meanwhile, whoever took it. */
async function attempt({ request }: HostileRow) {
  let connections = 0;
  const count = () => {
    connections += 1;
  };
  resolversRun();
  gateway.database.pool.on('acquire', count);
  const answers = await sendHostile(gateway.url, request);
  gateway.database.pool.off('acquire', count);
  return { answers, connections, resolvers: resolversRun() };
}

function expectAnswer({ expected, request }: HostileRow, { status, head, body }: Received): void {
  const { data, errors } = JSON.parse(body);
  if ('data' in expected) {
    expect({ status, errors }).toEqual({ status: 200, errors: undefined });
    expect(data).toMatchObject(expected.data as object);
  } else {
    expect({ status, code: errors?.[0]?.extensions?.code, data }).toEqual({ ...expected, data: undefined });
  }
  expect(head + body).not.toMatch(HINTS);
  expect(body.length).toBeLessThan(12_000);
  const { authorization } = request.kind === 'whole' ? request.headers : {};
  if (authorization) expect(body).not.toContain(authorization.slice(7, 40) || authorization);
}

/** What is slow is tried with less patience than strangers are given. */
function beImpatient(): void {
  Object.assign(gateway.gateway.app.server, { headersTimeout: 300, requestTimeout: 600 });
}

describe.each(SPECIFIED)('%s', (item) => {
  const own = rows.filter((row) => itemOf(row) === item).map((row) => [row.id, row] as const);

  it.each(own)('%s is answered as it should be, however often it is sent', async (_id, row) => {
    const isSlow = row.request.kind === 'slow';
    if (isSlow) beImpatient();
    const first = await attempt(row);
    for (const answer of first.answers) expectAnswer(row, answer);
    expect(first.answers).toHaveLength(row.request.kind === 'raw' ? row.request.answers : 1);
    for (let more = isSlow ? TIMES : 1; more < TIMES; more += 1) {
      const again = await attempt(row);
      expect(again.answers.map(({ body }) => body)).toEqual(first.answers.map(({ body }) => body));
      if (!('data' in row.expected)) expect(again.resolvers).toBe(0);
    }
    if ('data' in row.expected) return;
    expect({ resolvers: first.resolvers, connections: row.isLookedUp ? 0 : first.connections }).toEqual({
      resolvers: 0,
      connections: 0,
    });
  });

  it('leaves the gateway answering', async () => {
    const request = { query: '{ project(code: "reintegration-ii") { code } }' };
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
    expect(await response.json()).toEqual({ data: { project: { code: 'reintegration-ii' } } });
  });
});

it('tries all that is specified, and each request under a name of its own', () => {
  expect([...new Set(rows.map(itemOf))].sort()).toEqual([...SPECIFIED].sort());
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
});

it('would notice resolvers and connections', async () => {
  const query = `{ project(code: "reintegration-ii") { code } } # ${Math.random()}`;
  const { resolvers, connections } = await attempt(asked('test/read', refusal(200, ''), query));
  expect([resolvers > 0, connections > 0]).toEqual([true, true]);
});
