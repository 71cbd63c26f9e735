import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { ask, askUntilRefused } from './ask-until-refused.fixture.ts';
import { createConnections } from './connections.ts';
import { createHold, type Hold } from './hold-until-quiet.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const plainly: Answer = (_request, response) => response.end('answered');

async function useServer(hold: Hold | null, answer = plainly) {
  const connections = createConnections();
  const server = createServer((request, response) => {
    connections.use(request.socket, response);
    if (hold === null) answer(request, response);
    else hold.take(request, response, answer);
  });
  connections.watch(server);
  hold?.watch(server);
  onTestFinished(() => server.closeAllConnections());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const stop = async () => void server.close();
  return { server, connections, stop, port: (server.address() as AddressInfo).port };
}

/** Connects now and then for as long as the test runs. */
function goOnConnecting(port: number): void {
  const coming = setInterval(() => connect(port, '127.0.0.1').on('error', () => undefined), 5);
  onTestFinished(() => clearInterval(coming));
}

it('cuts off nobody who has connected', async () => {
  const { port, stop } = await useServer(createHold());
  expect(await askUntilRefused(port, '/', stop)).toEqual(['200', 'ECONNREFUSED']);
});

it('is needed: a server that just stops cuts off some', async () => {
  const seen = new Set<string>();
  for (let attempt = 0; attempt < 20 && !seen.has('ECONNRESET'); attempt += 1) {
    const { port, stop } = await useServer(null);
    for (const answer of await askUntilRefused(port, '/', stop)) seen.add(answer);
  }
  expect(seen).toContain('ECONNRESET');
});

it('answers what came meanwhile once the server has stopped listening', async () => {
  const listening: boolean[] = [];
  const { server, port } = await useServer(createHold(), (_request, response) => {
    listening.push(server.listening);
    response.end();
  });
  const closed = new Promise((resolve) => server.close(resolve));
  expect(await Promise.all([ask(port), ask(port), ask(port)])).toEqual(['200', '200', '200']);
  expect(listening).toEqual([false, false, false]);
  await closed;
});

it('answers the first request of a connection that was opened long before', async () => {
  const { server, port, connections } = await useServer(createHold());
  const socket = connect(port, '127.0.0.1');
  await sleep(1_200);
  goOnConnecting(port);
  onTestFinished(connections.beginClosing());
  server.close();
  await sleep(120);
  socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
  const [told] = await once(socket, 'data');
  expect(String(told)).toMatch(/^HTTP\/1\.1 200 /);
});

it('does not answer who has left meanwhile', async () => {
  const asked: (string | undefined)[] = [];
  const { server, port } = await useServer(createHold(), ({ url }, response) => {
    asked.push(url);
    response.end();
  });
  const closed = new Promise((resolve) => server.close(resolve));
  const leaving = connect(port, '127.0.0.1');
  leaving.write('GET /left HTTP/1.1\r\nHost: a\r\n\r\n');
  await sleep(5);
  leaving.destroy();
  await ask(port, '/stayed');
  await closed;
  expect(asked).toEqual(['/stayed']);
});

it('does not wait for an end of those who go on to connect', async () => {
  const { server, port } = await useServer(createHold());
  goOnConnecting(port);
  const startedAt = performance.now();
  server.close();
  while (server.listening) await sleep(10);
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});

it('has nothing to wait for where nobody can connect', async () => {
  const server = createServer();
  createHold().watch(server);
  const [error] = await new Promise<unknown[]>((resolve) => server.close((...given) => resolve(given)));
  expect(error).toMatchObject({ code: 'ERR_SERVER_NOT_RUNNING' });
});
