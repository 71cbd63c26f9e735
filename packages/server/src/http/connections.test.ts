import { once } from 'node:events';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { createConnections } from './connections.ts';

const REST_MS = 400;
const REQUEST = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n';

const started: Server[] = [];
afterEach(() => {
  for (const server of started.splice(0)) server.closeAllConnections();
});

async function start(connections: ReturnType<typeof createConnections>, answer: RequestListener) {
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    connections.use(request.socket, response);
    answer(request, response);
  });
  connections.watch(server);
  started.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server;
}

async function open(server: Server): Promise<Socket> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
  return socket.resume();
}

const useServer = (answer: RequestListener = (_request, response) => void response.end('answered')) =>
  start(createConnections({ restMs: REST_MS, lookMs: 20 }), answer);

/** Sends pieces, one after the other, for twice as long as a connection may rest. */
async function sendSlowly(socket: Socket, pieces: readonly string[]): Promise<void> {
  for (const piece of pieces) {
    socket.write(piece);
    await sleep((2 * REST_MS) / pieces.length);
  }
}

describe('a connection', () => {
  it('is closed when it has rested', async () => {
    const socket = await open(await useServer());
    const closed = once(socket, 'close');
    const startedAt = performance.now();
    socket.write(REQUEST);
    await closed;
    expect(performance.now() - startedAt).toBeGreaterThan(REST_MS);
  });

  it('stays open while it is used', async () => {
    const socket = await open(await useServer());
    await sendSlowly(socket, Array(10).fill(REQUEST));
    expect(socket.readyState).toBe('open');
  });

  it('stays open while the next request is on its way', async () => {
    const socket = await open(await useServer());
    socket.write(REQUEST);
    await sendSlowly(socket, [...REQUEST]);
    expect(socket.readyState).toBe('open');
  });

  it('stays open while an answer is given, however long that takes', async () => {
    const socket = await open(await useServer((_request, response) => void response.write('begun')));
    await sendSlowly(socket, [REQUEST]);
    expect(socket.readyState).toBe('open');
  });

  it('is closed, too, where Node answers by itself', async () => {
    const socket = await open(await useServer());
    const closed = once(socket, 'close');
    socket.write('GET / HTTP/1.1\r\nHost: a\r\nExpect: much\r\n\r\n');
    await closed;
  });

  it('may rest for as long after an answer that took long', async () => {
    const answered = Promise.withResolvers<number>();
    const server = await useServer((_request, response) => {
      response.on('finish', () => answered.resolve(performance.now()));
      setTimeout(() => response.end(), 2 * REST_MS);
    });
    const socket = await open(server);
    const closed = once(socket, 'close');
    socket.write(REQUEST);
    await closed;
    expect(performance.now() - (await answered.promise)).toBeGreaterThan(REST_MS);
  });
});

it('closes what waits for nothing, once the server has stopped listening', async () => {
  const connections = createConnections();
  const answers: ServerResponse[] = [];
  const server = await start(connections, (request, response) => {
    if (request.url === '/') response.end();
    else answers.push(response);
  });
  const [idle, unused, busy] = [await open(server), await open(server), await open(server)];
  idle.write(REQUEST);
  busy.write(REQUEST.replace('/', '/slow'));
  const closed = [idle, unused].map((socket) => once(socket, 'close'));
  const stop = connections.beginClosing();
  await sleep(1_200);
  expect([idle.readyState, unused.readyState]).toEqual(['open', 'open']);
  server.close();
  await Promise.all(closed);
  await sleep(200);
  expect(busy.readyState).toBe('open');
  const answered = once(busy, 'data');
  answers[0]?.end();
  await answered;
  stop();
});
