import { once } from 'node:events';
import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { type AddressInfo, connect, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { ask, askUntilRefused } from './ask-until-refused.fixture.ts';
import { createHold, type Hold } from './hold-until-quiet.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const plainly: Answer = (_request, response) => response.end('answered');

async function useServer(hold: Hold | null, answer = plainly) {
  const server = createServer((request, response) => {
    if (hold === null) answer(request, response);
    else hold.take(request, response, answer);
  });
  hold?.watch(server);
  onTestFinished(() => server.closeAllConnections());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const stop = async () => void server.close();
  return { server, stop, port: (server.address() as AddressInfo).port };
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

it('does not answer who has left meanwhile', async () => {
  const hold = createHold();
  const { server } = await useServer(hold);
  const closed = new Promise((resolve) => server.close(resolve));
  const [left, stayed] = [1, 2].map(() => new ServerResponse(new IncomingMessage(new Socket())));
  const answered: unknown[] = [];
  for (const response of [left, stayed]) {
    if (response) hold.take(response.req, response, () => answered.push(response));
  }
  left?.destroy();
  await closed;
  await sleep(0);
  expect(answered).toEqual([stayed]);
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
