import { once } from 'node:events';
import { connect } from 'node:net';
import { promisify } from 'node:util';
import { createClient } from 'graphql-sse';
import pg from 'pg';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type TestDatabase, urlOfDatabase } from '../../../../testing/database.ts';
import {
  lockTable,
  post,
  send,
  shareTestGateway,
  type TestGateway,
  untilBlocked,
  useTestGateway,
} from '../../../../testing/gateway.ts';
import { revise } from '../../../../testing/revise.ts';

const QUERY = 'subscription { figuresChanged { dataVersion } }';
const STREAM = { accept: 'text/event-stream', 'content-type': 'application/json' };

async function publish({ database }: Pick<TestGateway, 'database'>): Promise<void> {
  const { rows } = await database.pool.query<{ key: string }>(
    'SELECT key FROM measurement ORDER BY key LIMIT 1',
  );
  await revise(database.pool, { key: rows[0]?.key ?? '' });
}

/** Lets nobody connect any more, and hangs up on whoever listens; other connections stay. */
async function refuseConnections({ url, pool }: TestDatabase): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  const elsewhere = new pg.Client({ connectionString: urlOfDatabase(url, 'postgres') });
  await Promise.all([
    elsewhere.connect(),
    ...Array.from({ length: 5 }, () => pool.query('SELECT pg_sleep(0.1)')),
  ]);
  await elsewhere.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  await elsewhere.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND query ~ '^(LISTEN|SELECT version)'",
    [name],
  );
  await elsewhere.end();
}

/** Opens a stream; tells what has come so far. */
async function open(url: string, headers: Record<string, string> = {}, query = QUERY) {
  const controller = new AbortController();
  onTestFinished(() => controller.abort());
  const body = JSON.stringify({ query });
  const init = { method: 'POST', body, headers: { ...STREAM, ...headers }, signal: controller.signal };
  const response = await fetch(`${url}/graphql`, init);
  const stream = { response, text: '', isEnded: false, abort: () => controller.abort() };
  void (async () => {
    try {
      for await (const chunk of response.body ?? []) stream.text += Buffer.from(chunk).toString();
    } catch {
      // It was aborted.
    }
    stream.isEnded = true;
  })();
  return stream;
}

const event = (version: number) =>
  `id: ${version}\nevent: next\ndata: {"data":{"figuresChanged":{"dataVersion":${version}}}}\n\n`;

it('tells a client of the protocol where things stand, then each change', async () => {
  const gateway = await useTestGateway();
  const client = createClient({ url: `${gateway.url}/graphql` });
  onTestFinished(() => client.dispose());
  const versions: unknown[] = [];
  const events = client.iterate({ query: QUERY });
  for await (const { data } of events) {
    versions.push(data?.figuresChanged);
    if (versions.length === 3) break;
    await publish(gateway);
  }
  expect(versions).toEqual([{ dataVersion: 1 }, { dataVersion: 2 }, { dataVersion: 3 }]);
});

it('a reader that comes back is told what it missed, and nothing that it has seen', async () => {
  const gateway = await useTestGateway();
  const current = await open(gateway.url, { 'last-event-id': '1' });
  const behind = await open(gateway.url, { 'last-event-id': '0' });
  await vi.waitFor(() => expect([current.text, behind.text]).toEqual([':\n\n', `:\n\n${event(1)}`]));
  await publish(gateway);
  await vi.waitFor(() => expect(current.text).toBe(`:\n\n${event(2)}`));
});

it('many readers are told at once, of one execution', async () => {
  const gateway = await useTestGateway();
  const streams = await Promise.all(Array.from({ length: 50 }, () => open(gateway.url)));
  const connect = vi.spyOn(gateway.database.pool, 'connect');
  await publish(gateway);
  await vi.waitFor(() => {
    for (const { text } of streams) expect(text).toContain(event(2));
  });
  // The publication itself, the execution, and the version before and after it.
  expect(connect.mock.calls.length).toBeLessThanOrEqual(4);
});

it('a reader that takes nothing keeps no memory, and gets the latest when it takes again', async () => {
  const gateway = await useTestGateway();
  const { port } = new URL(gateway.url);
  const socket = connect(Number(port), '127.0.0.1');
  await once(socket, 'connect');
  const query = `subscription { ${Array.from({ length: 50 }, (_, n) => `field${n}OfAVeryLongNameThatFillsBuffers: figuresChanged { dataVersion asOf }`)[0]} }`;
  const body = JSON.stringify({ query });
  socket.write(
    `POST /graphql HTTP/1.1\r\nhost: x\r\naccept: text/event-stream\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk) => {
    text += chunk;
  });
  await vi.waitFor(() => expect(text).toContain('id: 1'));
  socket.pause();
  for (let round = 0; round < 20; round += 1) await publish(gateway);
  socket.resume();
  await vi.waitFor(() => expect(text).toContain('id: 21'));
  socket.destroy();
});

it('what is no subscription is one event', async () => {
  const { url } = await useTestGateway();
  const stream = await open(url, {}, '{ dataVersion }');
  await vi.waitFor(() => expect(stream.isEnded).toBe(true));
  expect(stream.text).toBe(
    'id: 1\nevent: next\ndata: {"data":{"dataVersion":1}}\n\nevent: complete\ndata:\n\n',
  );
});

it('who has seen the new in a stream is given no older answer, though the gateway is not notified', async () => {
  const { url, database } = await useTestGateway();
  const version = () => post(url, { query: '{ dataVersion }' });
  await vi.waitFor(async () => {
    await version();
    expect((await send(url)).headers.get('x-cache')).toBe('HIT');
  });
  const { release } = await lockTable(database, 'project');
  await refuseConnections(database);
  const asked = vi.spyOn(database.pool, 'connect');
  const query = '{ project(code: "reintegration-ii") { figures { dataVersion } } }';
  const stream = open(url, {}, query);
  await vi.waitFor(() => expect(asked).toHaveBeenCalled());
  await publish({ database });
  await release();
  await vi.waitFor(async () => expect((await stream).text).toContain('"dataVersion":2'));
  expect((await version()).data).toEqual({ dataVersion: 2 });
});

it('closing ends all streams at once', async () => {
  const gateway = await useTestGateway();
  const streams = await Promise.all([open(gateway.url), open(gateway.url)]);
  const startedAt = performance.now();
  await gateway.gateway.close();
  await vi.waitFor(() => expect(streams.every(({ isEnded }) => isEnded)).toBe(true));
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});

it('closing waits for none that opens meanwhile', async () => {
  const { url, database, gateway } = await useTestGateway();
  const { release } = await lockTable(database, 'publication');
  const opening = open(url);
  await untilBlocked(database);
  const closed = gateway.close();
  await release();
  await closed;
  await vi.waitFor(async () => expect((await opening).isEnded).toBe(true));
});

it('a failure in between is no event', async () => {
  const { url, database } = await useTestGateway();
  const stream = await open(url);
  await vi.waitFor(() => expect(stream.text).toContain(event(1)));
  const writer = await database.pool.connect();
  const reading = vi.spyOn(database.pool, 'connect').mockImplementation(((tell?: (error: Error) => void) => {
    const error = new Error('No connection');
    return tell ? tell(error) : Promise.reject(error);
  }) as never);
  await publish({ database: { ...database, pool: writer as never } });
  await vi.waitFor(() => expect(reading).toHaveBeenCalled());
  reading.mockRestore();
  writer.release();
  await vi.waitFor(() => expect(stream.text).toContain(event(2)), { timeout: 5_000 });
  expect(stream.text).not.toContain('errors');
});

it('only so many may be open; the others are told to come back', async () => {
  const { url } = await useTestGateway({ maxStreams: 1 });
  const first = await open(url);
  expect((await open(url)).response.status).toBe(503);
  first.abort();
  await vi.waitFor(async () => expect((await open(url)).response.status).toBe(200));
});

it('those that open at the same time count, too', async () => {
  const { url } = await useTestGateway({ maxStreams: 2 });
  const streams = await Promise.all(Array.from({ length: 10 }, () => open(url)));
  expect(streams.filter(({ response }) => response.status === 200).length).toBe(2);
});

it('no more than 200 different questions are executed for each publication', async () => {
  const { url } = await useTestGateway();
  const ask = (name: number) => open(url, {}, `subscription A${name} { figuresChanged { dataVersion } }`);
  const streams = await Promise.all(Array.from({ length: 210 }, (_, name) => ask(name)));
  expect(streams.filter(({ response }) => response.status === 200).length).toBe(200);
  expect((await ask(1_000)).response.status).toBe(503);
  const name = streams.findIndex(({ response }) => response.status === 200);
  expect((await ask(name)).response.status).toBe(200);
  streams[name]?.abort();
  streams.find(({ response }, other) => other !== name && response.status === 200)?.abort();
  await vi.waitFor(async () => expect((await ask(1_000)).response.status).toBe(200));
});

it('one that was given up before it was answered leaves nothing behind', async () => {
  const { url, database, gateway } = await useTestGateway({ maxStreams: 1 });
  const { release } = await lockTable(database, 'publication');
  const controller = new AbortController();
  const init = { method: 'POST', body: JSON.stringify({ query: QUERY }), headers: STREAM };
  const given = fetch(`${url}/graphql`, { ...init, signal: controller.signal }).catch(() => 'given up');
  await untilBlocked(database);
  controller.abort();
  expect(await given).toBe('given up');
  const { server } = gateway.app;
  await vi.waitFor(async () => expect(await promisify(server.getConnections).call(server)).toBe(0));
  await release();
  for (let round = 0; round < 3; round += 1) {
    const next = await vi.waitFor(async () => {
      const stream = await open(url);
      expect(stream.response.status).toBe(200);
      return stream;
    });
    next.abort();
  }
});

describe('is refused', () => {
  const gateway = shareTestGateway();

  it.each([
    ['what the contract does not have', 400, 'subscription { nothing }', {}],
    [
      'what asks for too much',
      400,
      `subscription { ${Array.from({ length: 70 }, (_, n) => `a${n}: figuresChanged { dataVersion }`).join(' ')} }`,
      {},
    ],
    ['a wrong body', 400, QUERY, { 'content-type': 'text/plain' }],
  ])('%s', async (_name, status, query, headers) => {
    expect((await open(gateway.url, headers, query)).response.status).toBe(status);
  });

  it('a GET that any website could send', async () => {
    const path = `/graphql?query=${encodeURIComponent(QUERY)}`;
    const init = { method: 'GET', body: null, headers: { accept: 'text/event-stream' } };
    expect((await send(gateway.url, path, init)).status).toBe(400);
    const asked = await fetch(gateway.url + path, {
      headers: { accept: 'text/event-stream', 'apollo-require-preflight': '1' },
    });
    expect([asked.status, asked.headers.get('content-type')]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
    ]);
    await asked.body?.cancel();
  });
});
