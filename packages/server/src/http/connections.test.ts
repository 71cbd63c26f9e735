import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
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

  it('that was opened in advance is left to the time limit of its first request', async () => {
    const socket = await open(await useServer());
    await sleep(2 * REST_MS);
    expect(socket.readyState).toBe('open');
  });
});

it('all servers that are watched close what waits for nothing, once they begin to close', async () => {
  const connections = createConnections();
  const servers = [
    await start(connections, (_request, response) => void response.end()),
    await start(connections, (_request, response) => void response.end()),
  ];
  const sockets = await Promise.all(servers.flatMap((server) => [open(server), open(server)]));
  for (const socket of [sockets[0], sockets[2]]) socket?.write(REQUEST);
  const closed = sockets.map((socket) => once(socket, 'close'));
  const stop = connections.beginClosing();
  await Promise.all(closed);
  stop();
});
