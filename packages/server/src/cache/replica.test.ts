import { loadDataset, migrate } from '@reintegration/schema';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { datasetDirectory } from '../../../../testing/database.ts';
import { revise } from '../../../../testing/revise.ts';
import { addKey } from '../../../../testing/viewers.ts';
import { type PrimaryWithStandby, startPrimary } from '../database/standby.fixture.ts';
import { createGateway, type Gateway } from '../gateway.ts';

let database: PrimaryWithStandby;
let pool: pg.Pool;
let replica: pg.Pool;
let gateway: Gateway;
let url: string;
let key: string;
beforeAll(async () => {
  database = await startPrimary();
  await migrate(database.url);
  pool = new pg.Pool({ connectionString: database.url });
  await loadDataset(pool, datasetDirectory);
  const { rows } = await pool.query("SELECT key FROM measurement WHERE key LIKE '%actual/project%' LIMIT 1");
  key = rows[0].key;
  replica = new pg.Pool({ connectionString: await database.addStandby(), connectionTimeoutMillis: 500 });
  for (const each of [pool, replica]) each.on('error', () => undefined);
  gateway = await createGateway({ pool, replica });
  url = await gateway.listen({ host: '127.0.0.1', port: 0 });
}, 120_000);
afterAll(async () => {
  await gateway?.close();
  await Promise.all([pool?.end(), replica?.end()]);
  await database?.close();
});

type Data = {
  readonly dataVersion: number;
  readonly measurements: { readonly nodes: readonly { readonly value: string }[] };
};

let asked = 0;
const QUERY = '{ dataVersion measurements(last: 100) { nodes { id revision value } } }';

/** Asks what was not asked before, the query being the same or not; what was answered, and who was asked. */
async function ask({ query = QUERY, headers = {}, blanks = 0 } = {}) {
  asked += 1;
  const connections = { primary: 0, replica: 0 };
  const onPrimary = () => {
    connections.primary += 1;
  };
  const onReplica = () => {
    connections.replica += 1;
  };
  pool.on('acquire', onPrimary);
  replica.on('acquire', onReplica);
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }) + ' '.repeat(blanks || asked),
  });
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
  pool.off('acquire', onPrimary);
  replica.off('acquire', onReplica);
  const version = Number(response.headers.get('x-data-version'));
  return {
    status: response.status,
    data,
    errors,
    version,
    connections,
    cache: response.headers.get('x-cache'),
  };
}

/** Publishes a value that tells its version. */
async function publish(): Promise<number> {
  const { rows } = await pool.query<{ next: number }>('SELECT max(version) + 1 AS next FROM publication');
  const version = rows[0]?.next ?? 0;
  await revise(pool, { key, value: 1_000 + version });
  return version;
}

const valuesOf = ({ measurements }: Data): readonly number[] =>
  measurements.nodes.map(({ value }) => Number(value));
const untilReplica = () =>
  vi.waitFor(
    async () =>
      expect((await ask()).connections).toEqual({
        primary: 0,
        replica: expect.toSatisfy((count: number) => count > 0),
      }),
    { timeout: 10_000 },
  );

beforeEach(untilReplica);

describe('a standby that keeps up', () => {
  it('is read for what nothing is kept for, compiled or not', async () => {
    expect((await replica.query('SELECT pg_is_in_recovery() AS is')).rows).toEqual([{ is: true }]);
    for (let time = 0; time < 10; time += 1) {
      const { connections, status } = await ask();
      expect({ ...connections, status }).toEqual({ primary: 0, replica: expect.any(Number), status: 200 });
      expect(connections.replica).toBeGreaterThan(0);
    }
  });

  it('is not read for who signs, nor for what may change anything, nor for what waits for publishers', async () => {
    const now = (await pool.query('SELECT now() AS now')).rows[0].now.toISOString();
    const signed = await ask({ headers: { authorization: `Bearer ${(await addKey(pool)).key}` } });
    const named = await ask({ query: 'query mutation { measurements(first: 1) { totalCount } }' });
    for (const { connections, status } of [signed, named]) {
      expect([connections.replica, connections.primary > 0, status]).toEqual([0, true, 200]);
    }
    const asOf = await ask({ query: `{ measurements(first: 1, asOf: "${now}") { totalCount } }` });
    expect([asOf.connections.primary > 0, asOf.errors]).toEqual([true, undefined]);
    // It is read for others at once.
    expect((await ask()).connections.replica).toBeGreaterThan(0);
  });
});

describe('a standby that lags', () => {
  it('never gives the old, and nothing old is kept', async () => {
    await replica.query('SELECT pg_wal_replay_pause()');
    try {
      const version = await publish();
      await vi.waitFor(async () => expect((await ask()).version).toBe(version), { interval: 1 });
      for (let time = 0; time < 20; time += 1) {
        const first = await ask({ blanks: 1_000 + version * 100 + time });
        const again = await ask({ blanks: 1_000 + version * 100 + time });
        for (const answer of [first, again]) {
          expect([answer.version, answer.data.dataVersion]).toEqual([version, version]);
          expect(valuesOf(answer.data)).toContain(1_000 + version);
        }
        expect(again.cache).toBe('HIT');
      }
    } finally {
      await replica.query('SELECT pg_wal_replay_resume()');
    }
    await untilReplica();
  });

  it('gives answers of one state each, whatever happens meanwhile', async () => {
    let isOver = false;
    let newest = 0;
    const asking = Array.from({ length: 4 }, async () => {
      while (!isOver) {
        const least = newest;
        const { version, data, status } = await ask();
        expect(status).toBe(200);
        expect(version).toBeGreaterThanOrEqual(least);
        newest = Math.max(newest, version);
        if (version > 1) expect(valuesOf(data)).toContain(1_000 + version);
      }
    });
    for (let round = 0; round < 30; round += 1) {
      if (round % 5 === 0) await replica.query('SELECT pg_wal_replay_pause()');
      await publish();
      await new Promise((resolve) => setTimeout(resolve, 30));
      if (round % 5 === 3) await replica.query('SELECT pg_wal_replay_resume()');
    }
    await replica.query('SELECT pg_wal_replay_resume()');
    isOver = true;
    await Promise.all(asking);
  }, 40_000);
});

it('a standby that dies loses no request, and is read again once it is back', async () => {
  let isOver = false;
  let answered = 0;
  const asking = Array.from({ length: 4 }, async () => {
    while (!isOver) {
      const { status, errors, data } = await ask();
      expect([status, errors, data.measurements.nodes.length > 0]).toEqual([200, undefined, true]);
      answered += 1;
    }
  });
  await database.stopStandby();
  const before = answered;
  await vi.waitFor(() => expect(answered).toBeGreaterThan(before + 50), { timeout: 15_000 });
  await database.startStandby();
  isOver = true;
  await Promise.all(asking);
  await untilReplica();
}, 60_000);
