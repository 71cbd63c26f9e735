import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { ask, askUntilRefused } from './ask-until-refused.fixture.ts';
import { holdUntilQuiet } from './hold-until-quiet.ts';

async function useServer(answer: RequestListener = (_request, response) => response.end('answered')) {
  const server = createServer(answer);
  onTestFinished(() => server.closeAllConnections());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

it('cuts off nobody who has connected', async () => {
  const { server, port } = await useServer();
  const stop = async () => {
    await holdUntilQuiet(server);
    server.close();
  };
  expect(await askUntilRefused(port, '/', stop)).toEqual(['200', 'ECONNREFUSED']);
});

it('is needed: a server that just stops cuts off some', async () => {
  const { server, port } = await useServer();
  const stop = async () => void server.close();
  expect(await askUntilRefused(port, '/', stop)).toContain('ECONNRESET');
});

it('answers what came meanwhile once the server has stopped listening', async () => {
  const listening: boolean[] = [];
  const { server, port } = await useServer((_request, response) => {
    listening.push(server.listening);
    response.end();
  });
  const holding = holdUntilQuiet(server);
  const answers = Promise.all([ask(port), ask(port), ask(port)]);
  await holding;
  server.close();
  expect(await answers).toEqual(['200', '200', '200']);
  expect(listening).toEqual([false, false, false]);
});

it('does not wait for an end of those who go on to connect', async () => {
  const { server, port } = await useServer();
  const coming = setInterval(() => connect(port, '127.0.0.1').on('error', () => undefined), 5);
  onTestFinished(() => clearInterval(coming));
  const startedAt = performance.now();
  await holdUntilQuiet(server);
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});

it('has nothing to wait for where nobody can connect', async () => {
  const server = createServer();
  await holdUntilQuiet(server);
  expect(server.listenerCount('request')).toBe(0);
});
