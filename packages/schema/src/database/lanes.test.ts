import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { useTestDatabase } from '../../../../testing/database.ts';
import { revise } from '../../../../testing/revise.ts';
import { createLanes } from './lanes.ts';
import type { Prepared } from './statement-batch.ts';
import { nameOf } from './statement-name.ts';

function statement(sql: string, { isWaiting = false } = {}): Prepared {
  return { sql, name: nameOf(sql), parameters: [], isWaiting, isSlow: false };
}

const ONE = statement('SELECT 1 AS one');
const SLOW = statement('SELECT pg_sleep(0.3)::text AS slept');
const BY_ZERO = statement('SELECT 1 / 0 AS none');
const MISSPELT = statement('SELEKT 1');

async function useLanes(settings: pg.PoolConfig = {}) {
  const database = await useTestDatabase('loaded');
  const pool = new pg.Pool({ connectionString: database.url, max: 5, ...settings });
  pool.on('error', () => undefined);
  onTestFinished(() => pool.end());
  return { ...database, pool, run: createLanes(pool) };
}

/** Ends of calls, in the order of the calls: rows, or the message of the error. */
async function endsOf(calls: readonly Promise<readonly object[]>[]): Promise<readonly unknown[]> {
  const ends = await Promise.allSettled(calls);
  return ends.map((end) => (end.status === 'fulfilled' ? end.value : end.reason.message));
}

describe('statements that are sent together', () => {
  it('are answered each by its own rows, with values of its own', async () => {
    const { run } = await useLanes();
    const given = statement('SELECT $1::int AS value, $2::text AS snake_case');
    const rows = await Promise.all(
      Array.from({ length: 100 }, (_, n) => run(given, [n, n % 3 ? `${n}` : null])),
    );
    expect(rows).toEqual(
      Array.from({ length: 100 }, (_, n) => [{ value: n, snakeCase: n % 3 ? `${n}` : null }]),
    );
  });

  it('are answered when one among them fails, or cannot be read', async () => {
    // One lane: all of them are one batch.
    const { run } = await useLanes({ max: 1 });
    for (let round = 0; round < 3; round += 1) {
      const calls = [ONE, BY_ZERO, ONE, MISSPELT, MISSPELT, ONE].map((each) => run(each, []));
      expect(await endsOf(calls)).toEqual([
        [{ one: 1 }],
        'division by zero',
        [{ one: 1 }],
        'syntax error at or near "SELEKT"',
        'syntax error at or near "SELEKT"',
        [{ one: 1 }],
      ]);
    }
  });

  it('are answered when a value cannot be written, but for the one that has it', async () => {
    const { run } = await useLanes({ max: 1 });
    const given = statement('SELECT $1::timestamptz IS NULL AS missing');
    expect(await endsOf([run(ONE, []), run(given, [new Date(Number.NaN)]), run(ONE, [])])).toEqual([
      [{ one: 1 }],
      'Invalid time value',
      [{ one: 1 }],
    ]);
  });
});

describe('a connection that is lost', () => {
  it('fails what was sent over it; what follows takes another', async () => {
    const { run } = await useLanes({ max: 1 });
    const kill = statement('SELECT pg_terminate_backend(pg_backend_pid())');
    const ends = await endsOf([run(kill, []), run(ONE, [])]);
    expect(ends).toEqual(Array(2).fill('terminating connection due to administrator command'));
    expect(await run(ONE, [])).toEqual([{ one: 1 }]);
  });

  it('without a word does no more harm', async () => {
    const { url } = await useTestDatabase('loaded');
    const sockets: Socket[] = [];
    const proxy = createServer((inner) => {
      const outer = connect(Number(new URL(url).port), '127.0.0.1');
      sockets.push(inner);
      inner
        .on('error', () => undefined)
        .pipe(outer)
        .on('error', () => undefined)
        .pipe(inner);
    }).listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const through = new URL(url);
    through.port = String((proxy.address() as AddressInfo).port);
    const pool = new pg.Pool({ connectionString: through.href, max: 1 });
    pool.on('error', () => undefined);
    onTestFinished(async () => {
      await pool.end();
      proxy.close();
    });
    const run = createLanes(pool);
    const end = endsOf([run(SLOW, [])]);
    while (pool.totalCount - pool.idleCount === 0 || sockets.length === 0) await new Promise(setImmediate);
    await new Promise((resolve) => setTimeout(resolve, 50));
    for (const socket of sockets) socket.resetAndDestroy();
    expect(await end).toEqual([expect.stringMatching(/ECONNRESET|Connection terminated/)]);
    expect(await run(ONE, [])).toEqual([{ one: 1 }]);
  });
});

describe('while no connection is free', () => {
  it('nobody waits for longer than the pool lets anybody wait, and the error is the same', async () => {
    const { pool, run } = await useLanes({ max: 1, connectionTimeoutMillis: 100 });
    const taken = await pool.connect();
    const own = await pool.connect().catch((error: Error) => error.message);
    const calls = [run(ONE, [])];
    await new Promise((resolve) => setTimeout(resolve, 30));
    calls.push(run(ONE, []));
    const ends = await endsOf(calls);
    taken.release();
    expect(ends).toEqual([own, own]);
    expect(await run(ONE, [])).toEqual([{ one: 1 }]);
  });

  it('what comes meanwhile is answered once one is', async () => {
    const { pool, run } = await useLanes({ max: 1, connectionTimeoutMillis: 5_000 });
    const taken = await pool.connect();
    const calls = Array.from({ length: 50 }, () => run(ONE, []));
    await new Promise((resolve) => setTimeout(resolve, 50));
    taken.release();
    expect(await endsOf(calls)).toEqual(Array(50).fill([{ one: 1 }]));
  });
});

describe('a statement that takes long', () => {
  it.each([
    ['by its nature', statement('SELECT pg_sleep(0.5)::text AS waited', { isWaiting: true }), 0],
    ['as it did before', statement('SELECT pg_sleep(0.5)::text AS slept'), 1],
  ])('%s holds no others up', async (_why, slow, before) => {
    const { run } = await useLanes({ max: 2 });
    for (let round = 0; round < before; round += 1) await run(slow, []);
    let isAnswered = false;
    const answered = run(slow, []).then(() => {
      isAnswered = true;
    });
    await Promise.all(Array.from({ length: 40 }, () => run(ONE, [])));
    expect(isAnswered).toBe(false);
    await answered;
  });
});

describe('the version of the published data', () => {
  it('is told with the rows, and before them', async () => {
    const { pool, run } = await useLanes();
    const told: (number | null)[] = [];
    const ask = async () => {
      let before = 0;
      await run(ONE, [], (version) => told.push(version)).then(() => {
        before = told.length;
      });
      expect(before).toBe(told.length);
    };
    await ask();
    const { rows } = await pool.query('SELECT key FROM measurement LIMIT 1');
    await revise(pool, rows[0]);
    await ask();
    expect(told).toEqual([1, 2]);
  });

  it('is null where it cannot be said, and not told to what failed', async () => {
    const { run } = await useLanes({ max: 1 });
    const told: unknown[] = [];
    const hear = (name: string) => (version: number | null) => told.push([name, version]);
    await endsOf([
      run(ONE, [], hear('front')),
      run(BY_ZERO, [], hear('failed')),
      run(ONE, [], hear('behind')),
    ]);
    expect(told).toEqual([
      ['front', null],
      ['behind', 1],
    ]);
  });

  it('is null on a replica that moved on in between', async () => {
    const { pool, url } = await useLanes();
    const one = new pg.Pool({ connectionString: url, max: 1 });
    one.on('error', () => undefined);
    onTestFinished(() => one.end());
    const run = createLanes(one, { isReplica: true });
    const told: unknown[] = [];
    const ask = (each: Prepared) => run(each, [], (version) => told.push(version));
    await ask(ONE);
    const asked = ask(SLOW);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { rows } = await pool.query('SELECT key FROM measurement LIMIT 1');
    await revise(pool, rows[0]);
    await asked;
    await ask(ONE);
    expect(told).toEqual([1, null, 2]);
  });
});
