import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '../../../../testing/database.ts';
import { lockTable, useTestGateway } from '../../../../testing/gateway.ts';
import { createGateway } from '../gateway.ts';

async function check(url: string, path: string) {
  const response = await fetch(`${url}${path}`);
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    body: await response.json(),
  };
}

const LIVE = { status: 200, body: { status: 'live' } };
const UNAVAILABLE = { status: 503, retryAfter: '2', body: { status: 'unavailable' } };

it('the gateway is live and ready, and tells the version of its data', async () => {
  const { url } = await useTestGateway();
  expect(await check(url, '/health/live')).toMatchObject(LIVE);
  const ready = { status: 200, retryAfter: null, body: { status: 'ready', dataVersion: 1 } };
  expect(await check(url, '/health/ready')).toEqual(ready);
});

describe('the gateway is live, and not ready', () => {
  it('when the database fails; only the log tells why', async () => {
    const lines: unknown[] = [];
    const logger = pino({ level: 'warn' }, { write: (line: string) => lines.push(JSON.parse(line)) });
    const { url, database } = await useTestGateway({ logger });
    await database.pool.query('ALTER TABLE publication RENAME TO moved');
    expect(await check(url, '/health/ready')).toEqual(UNAVAILABLE);
    expect(await check(url, '/health/live')).toMatchObject(LIVE);
    const err = expect.objectContaining({ message: 'relation "publication" does not exist' });
    expect(lines).toContainEqual(expect.objectContaining({ msg: 'not ready', err }));
    await database.pool.query('ALTER TABLE moved RENAME TO publication');
    expect(await check(url, '/health/ready')).toMatchObject({ status: 200 });
  });

  it('when the database does not answer in time', async () => {
    const { url, database } = await useTestGateway();
    const lock = await lockTable(database, 'publication');
    const started = performance.now();
    expect(await check(url, '/health/ready')).toEqual(UNAVAILABLE);
    expect(performance.now() - started).toBeLessThan(4_000);
    expect(await check(url, '/health/live')).toMatchObject(LIVE);
    await lock.release();
    expect(await check(url, '/health/ready')).toMatchObject({ status: 200 });
  });

  it('as soon as it shuts down, so that no more requests are sent to it', async () => {
    const { pool } = await useTestDatabase('loaded');
    const gateway = await createGateway({ pool });
    let proceed = () => {};
    // A program that embeds it may hold the shutdown back until that has been noticed.
    gateway.app.addHook('preClose', async () => {
      await new Promise<void>((resolve) => {
        proceed = resolve;
      });
    });
    const url = await gateway.listen({ host: '127.0.0.1', port: 0 });
    expect(await check(url, '/health/ready')).toMatchObject({ status: 200 });
    const closed = gateway.close();
    expect(await check(url, '/health/ready')).toEqual(UNAVAILABLE);
    expect(await check(url, '/health/live')).toMatchObject(LIVE);
    proceed();
    await closed;
  });
});
