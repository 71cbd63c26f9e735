import { ERROR_CODES } from '@reintegration/schema';
import pg from 'pg';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { useTestDatabase } from '../../../../testing/database.ts';
import { lockTable, post, untilBlocked } from '../../../../testing/gateway.ts';
import { createGateway } from '../gateway.ts';
import { failureCodeOf } from '../request/failure.ts';

type Line = { readonly level: number; readonly reqId?: string; readonly err?: { readonly message: string } };

/** A gateway on a pool of these settings, with what it logs. `lose` has the pool lose its database once it is made. */
async function useGatewayOn(
  settings: (url: string) => pg.PoolConfig,
  lose?: (pool: pg.Pool) => Promise<void>,
) {
  const lines: Line[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => lines.push(JSON.parse(line)) });
  const database = await useTestDatabase('loaded');
  const pool = new pg.Pool(settings(database.url));
  pool.on('error', () => undefined);
  const gateway = await createGateway({ pool, logger });
  await lose?.(pool);
  onTestFinished(async () => {
    await gateway.close();
    await pool.end();
  });
  const url = await gateway.listen({ host: '127.0.0.1', port: 0 });
  return { url, database, failures: () => lines.filter(({ level }) => level >= 50) };
}

/** Asks; the answer with what its headers say. */
async function ask(url: string, query: string) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  const { data, errors } = JSON.parse(text);
  const retryAfter = response.headers.get('retry-after');
  const id = response.headers.get('x-request-id') ?? '';
  return { status: response.status, retryAfter, id, text, data, errors };
}

const COUNT = '{ sources { totalCount } }';
const failure = (code: keyof typeof ERROR_CODES) => [{ message: ERROR_CODES[code], extensions: { code } }];

describe('an error of the database', () => {
  it('is told by a fixed text and a 500; the log has its cause under the id of the request', async () => {
    const { url, database, failures } = await useGatewayOn((connectionString) => ({ connectionString }));
    await database.pool.query('ALTER TABLE source RENAME TO moved');
    const { status, id, text, errors } = await ask(url, COUNT);
    expect(status).toBe(500);
    expect(errors).toMatchObject(failure('INTERNAL_SERVER_ERROR'));
    expect(text).not.toMatch(/relation|"source"|moved|select|\/|\.ts/i);
    expect(id).not.toBe('');
    expect(failures()).toMatchObject([{ reqId: id, err: { message: 'relation "source" does not exist' } }]);
  });

  it('leaves an answer that has data an answer', async () => {
    const { url, database } = await useGatewayOn((connectionString) => ({ connectionString }));
    await database.pool.query('ALTER TABLE source RENAME TO moved');
    const { status, data, errors } = await ask(url, '{ dataVersion source(code: "x") { code } }');
    expect({ status, data }).toEqual({ status: 200, data: { dataVersion: 1, source: null } });
    expect(errors).toMatchObject(failure('INTERNAL_SERVER_ERROR'));
  });
});

it('is not there where nothing can be proved of the database', async () => {
  const pool = new pg.Pool({ connectionString: 'postgresql://a:secret@127.0.0.1:1/a' });
  await expect(createGateway({ pool })).rejects.toThrow('ECONNREFUSED');
  await pool.end();
});

describe('a database that cannot be reached', () => {
  const UNAVAILABLE = { status: 503, retryAfter: '2', errors: failure('UNAVAILABLE') };

  it('is UNAVAILABLE, and worth another try: nothing listens', async () => {
    const { url, failures } = await useGatewayOn(
      (connectionString) => ({ connectionString, idleTimeoutMillis: 1 }),
      async (pool) => {
        pool.options.connectionString = 'postgresql://a:secret@127.0.0.1:1/a';
        await vi.waitFor(() => expect(pool.totalCount).toBe(0));
      },
    );
    const answer = await ask(url, COUNT);
    expect(answer).toMatchObject(UNAVAILABLE);
    expect(answer.text).not.toMatch(/127|secret|connect/i);
    expect(failures()).toMatchObject([
      { reqId: answer.id, err: { message: 'connect ECONNREFUSED 127.0.0.1:1' } },
    ]);
    const page = await fetch(url, { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await page.json()).toEqual({ errors: failure('UNAVAILABLE') });
  });

  it('is UNAVAILABLE when the connection is cut while the statement runs', async () => {
    const { url, database } = await useGatewayOn((connectionString) => ({ connectionString }));
    await lockTable(database, 'source');
    const answer = ask(url, COUNT);
    await untilBlocked(database);
    await database.pool.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    );
    expect(await answer).toMatchObject(UNAVAILABLE);
  });

  it('is UNAVAILABLE when no connection is free in time', async () => {
    const { url, database } = await useGatewayOn((connectionString) => ({
      connectionString,
      max: 1,
      connectionTimeoutMillis: 100,
    }));
    const lock = await lockTable(database, 'source');
    const first = ask(url, COUNT);
    await untilBlocked(database);
    expect(await ask(url, `${COUNT} # another`)).toMatchObject(UNAVAILABLE);
    await lock.release();
    expect((await first).status).toBe(200);
  });
});

it('a statement that takes too long is given up as TIMEOUT, and the connection is used again', async () => {
  const { url, database, failures } = await useGatewayOn((connectionString) => ({
    connectionString,
    max: 1,
    statement_timeout: 200,
  }));
  const lock = await lockTable(database, 'source');
  expect(await ask(url, COUNT)).toMatchObject({ status: 504, retryAfter: null, errors: failure('TIMEOUT') });
  expect(failures()).toHaveLength(1);
  await lock.release();
  expect(await post(url, { query: COUNT })).toMatchObject({ status: 200 });
});

it.each([
  ['UNAVAILABLE', { code: '57P01' }],
  ['UNAVAILABLE', { code: '08006' }],
  ['UNAVAILABLE', { code: '53300' }],
  ['UNAVAILABLE', { code: 'ENOTFOUND' }],
  ['UNAVAILABLE', { code: 'EAI_AGAIN' }],
  ['UNAVAILABLE', new Error('Connection terminated unexpectedly')],
  ['UNAVAILABLE', new Error('Client has encountered a connection error and is not queryable')],
  ['TIMEOUT', { code: '57014' }],
  ['TIMEOUT', { code: '55P03' }],
  ['INTERNAL_SERVER_ERROR', { code: '42P01' }],
  ['INTERNAL_SERVER_ERROR', new TypeError('x is undefined')],
  ['INTERNAL_SERVER_ERROR', null],
  ['INTERNAL_SERVER_ERROR', 'text'],
])('it is %s when the cause is %o', (code, cause) => {
  expect(failureCodeOf(cause)).toBe(code);
});
