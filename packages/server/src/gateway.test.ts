import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '../../../testing/database.ts';
import { lockTable, post, untilBlocked, useTestGateway } from '../../../testing/gateway.ts';
import { createGateway } from './gateway.ts';
import { askUntilRefused } from './http/ask-until-refused.fixture.ts';

const COUNT = { query: '{ sources { totalCount } }' };

describe('close()', () => {
  it('lets a running request finish, and takes no new one meanwhile', async () => {
    const { gateway, url, database } = await useTestGateway();
    const before = await post(url, COUNT);
    const lock = await lockTable(database, 'source');
    const answer = post(url, COUNT);
    await untilBlocked(database);
    let isClosed = false;
    const closed = gateway.close().then(() => {
      isClosed = true;
    });
    await expect(untilRefused(url)).resolves.toMatch('ECONNREFUSED');
    expect(isClosed).toBe(false);
    await lock.release();
    expect(await answer).toEqual(before);
    expect(before).toMatchObject({ status: 200, data: { sources: { totalCount: expect.any(Number) } } });
    await closed;
  });

  it('cuts off nobody who connects meanwhile', async () => {
    const { gateway, url } = await useTestGateway();
    const port = Number(new URL(url).port);
    const seen = await askUntilRefused(port, '/health/live', () => gateway.close());
    expect(seen).toEqual(['200', 'ECONNREFUSED']);
  });

  it('cuts off nobody either where a plugin of whoever embeds it takes its time', async () => {
    const { pool } = await useTestDatabase('loaded');
    const gateway = await createGateway({ pool });
    gateway.app.addHook('preClose', () => new Promise((resolve) => setTimeout(resolve, 100)));
    const port = Number(new URL(await gateway.listen({ host: '127.0.0.1', port: 0 })).port);
    const seen = await askUntilRefused(port, '/health/live', () => gateway.close());
    expect(seen).toEqual(['200', 'ECONNREFUSED']);
  });

  it('closes connections that were opened in advance', async () => {
    const { gateway, url } = await useTestGateway();
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    await once(socket, 'connect');
    const startedAt = performance.now();
    await gateway.close();
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    socket.destroy();
  });

  it('closes connections that wait for nothing', async () => {
    const { gateway, url } = await useTestGateway();
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write('GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n');
    await once(socket, 'data');
    const hungUp = once(socket, 'close');
    await gateway.close();
    await hungUp;
  });

  it('leaves the pool to its owner, and may be called twice', async () => {
    const { gateway, database } = await useTestGateway();
    await gateway.close();
    await gateway.close();
    expect((await database.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });
});

it('does not start where records of people are not guarded', async () => {
  const { pool } = await useTestDatabase('migrated');
  await pool.query('ALTER TABLE support NO FORCE ROW LEVEL SECURITY');
  await expect(createGateway({ pool })).rejects.toThrow(
    'The fence around records of people is broken: row-level security of support is not forced on its owner.',
  );
  await pool.query('ALTER TABLE support FORCE ROW LEVEL SECURITY');
  await pool.query('ALTER POLICY operator_all ON beneficiary USING (true)');
  await expect(createGateway({ pool })).rejects.toThrow(
    "nobody sees rows of beneficiary that are somebody else's",
  );
});

describe('a program that embeds the gateway', () => {
  it('may add routes of its own before it listens', async () => {
    const { pool } = await useTestDatabase('loaded');
    const gateway = await createGateway({ pool });
    gateway.app.get('/about-us', async () => ({ name: 'Embedder' }));
    const url = await gateway.listen({ host: '127.0.0.1', port: 0 });
    const response = await fetch(`${url}/about-us`);
    expect(await response.json()).toEqual({ name: 'Embedder' });
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await post(url, { query: '{ dataVersion }' })).toMatchObject({ data: { dataVersion: 1 } });
    await gateway.close();
  });

  it('may ask it without a socket', async () => {
    const { pool } = await useTestDatabase('loaded');
    const { app } = await createGateway({ pool });
    const { statusCode, body } = await app.inject({
      method: 'POST',
      url: '/graphql',
      payload: { query: '{ dataVersion }' },
    });
    expect([statusCode, JSON.parse(body)]).toEqual([200, { data: { dataVersion: 1 } }]);
  });

  it('may run two on one pool', async () => {
    const { pool } = await useTestDatabase('loaded');
    for (const { app } of [await createGateway({ pool }), await createGateway({ pool })]) {
      expect((await app.inject('/health/ready')).json()).toEqual({ status: 'ready', dataVersion: 1 });
    }
  });
});

/** Tries to connect until that is refused; by what. */
async function untilRefused(url: string): Promise<string | undefined> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    try {
      await once(socket, 'connect');
      socket.destroy();
    } catch (error) {
      return (error as NodeJS.ErrnoException).code;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('New connections are still taken');
}
