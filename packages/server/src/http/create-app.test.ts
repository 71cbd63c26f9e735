import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { send as sendTo, shareTestGateway } from '../../../../testing/gateway.ts';
import { DEFAULT_LIMITS } from '../limits/limits.ts';
import { createConnections } from './connections.ts';
import { createApp } from './create-app.ts';

type Line = { readonly msg: string; readonly reqId: string; readonly path: string };

const lines: Line[] = [];
const write = (line: string) => lines.push(JSON.parse(line));
const gateway = shareTestGateway({ logger: pino({ level: 'debug' }, { write }) });

const PREFLIGHT = { 'apollo-require-preflight': '1' };
const send = (path?: string, init?: RequestInit) => sendTo(gateway.url, path, init);
const get = (path: string, headers: Record<string, string> = {}) =>
  send(path, { method: 'GET', body: null, headers });

it('a body of another type is told which one is expected', async () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const { status, text } = await send('/graphql', { headers });
  expect([status, JSON.parse(text).errors[0].message]).toEqual([
    415,
    'The body has another type than JSON. Expected the header "Content-Type: application/json".',
  ]);
});

describe('every answer', () => {
  it.each(['/graphql', '/health/live', '/', '/nothing', '/%zz'])(
    'of %s has an id and says no more than needed',
    async (path) => {
      const { headers } = await get(path, { 'x-request-id': 'my-request.1' });
      expect(Object.fromEntries(headers)).toMatchObject({
        'x-request-id': 'my-request.1',
        'x-content-type-options': 'nosniff',
      });
      // What is read as data refers to nothing, and is embedded by nobody.
      const isData = path === '/graphql';
      expect(headers.get('referrer-policy')).toBe(isData ? null : 'no-referrer');
      expect(headers.get('cross-origin-resource-policy')).toBe(isData ? null : 'cross-origin');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('server')).toBeNull();
    },
  );

  it.each(['', ' ', 'a b', 'a\tb', '"><script>', 'x'.repeat(65), 'ünïcode', '{"a":1}', '../../etc'])(
    'has an id of its own when the given one is "%s"',
    async (given) => {
      const { headers } = await get('/health/live', { 'x-request-id': given });
      expect(headers.get('x-request-id')).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    },
  );

  it('may be read by every website, its id and when to try again included', async () => {
    const { headers } = await send('/graphql', {
      headers: { 'content-type': 'application/json', origin: 'https://a.example' },
    });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-expose-headers')).toBe('*');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('may be asked for by every website, without cookies', async () => {
    const { status, headers } = await send('/graphql', {
      method: 'OPTIONS',
      body: null,
      headers: {
        origin: 'https://a.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,authorization',
      },
    });
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-methods')).toBe('GET, POST');
    expect(headers.get('access-control-allow-headers')).toBe('content-type,authorization');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('is kept by no cache unless it says otherwise', async () => {
    for (const path of ['/graphql', '/nothing', '/health/ready']) {
      expect((await get(path)).headers.get('cache-control')).toBe('no-store');
    }
  });
});

describe('a refusal', () => {
  it('says where the endpoint is, and by which methods', async () => {
    expect((await get('/nothing?secret=1')).text).toBe(
      '{"errors":[{"message":"There is nothing at GET /nothing. The GraphQL endpoint is /graphql, by GET or POST.","extensions":{"code":"BAD_REQUEST"}}]}',
    );
    expect((await send('/graphql', { method: 'PUT' })).headers.get('allow')).toBe('GET, POST');
  });

  it('says how long a body may be', async () => {
    const { text } = await send('/graphql', { body: 'x'.repeat(100_001) });
    expect(JSON.parse(text).errors[0].message).toBe(
      'The body is larger than 100000 bytes. Ask for less, or in several operations.',
    );
  });
});

it('the log has one line a request, without what was asked', async () => {
  lines.length = 0;
  await get('/graphql?query={dataVersion}&variables={"a":"secret"}', PREFLIGHT);
  await send('/graphql', {
    body: '{"query":"query ($secret: Int) { projects(first: $secret) { totalCount } }","variables":{"secret":"secret"}}',
  });
  await send('/graphql', { body: '{"secret":' });
  await get('/nothing?secret=1');
  await get('/%zz?secret=1');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(lines).toMatchObject([
    { msg: 'request', method: 'GET', path: '/graphql', status: 200 },
    { msg: 'request', method: 'POST', path: '/graphql', status: 400 },
    { msg: 'request', method: 'POST', path: '/graphql', status: 400 },
    { msg: 'request', method: 'GET', path: '/nothing', status: 404 },
    { msg: 'request', method: 'GET', path: '/%zz', status: 400 },
  ]);
  expect(JSON.stringify(lines)).not.toContain('secret');
  expect(new Set(lines.map(({ reqId }) => reqId)).size).toBe(5);
});

it('closes a connection that rests, and none that waits for its answer', async () => {
  const connections = createConnections({ restMs: 200, lookMs: 20 });
  const app = createApp({
    logger: pino({ level: 'silent' }),
    limits: DEFAULT_LIMITS,
    front: (_request, _response, pass) => pass(),
    connections,
  });
  app.get('/soon', async () => 'answered');
  app.get('/late', async () => {
    await sleep(800);
    return 'answered late';
  });
  const { port } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  const ask = (address: string) => {
    const socket = connect(Number(port), '127.0.0.1');
    let told = '';
    socket.on('data', (bytes) => {
      told += bytes;
    });
    socket.write(`GET ${address} HTTP/1.1\r\nHost: a\r\n\r\n`);
    return once(socket, 'close').then(() => told);
  };
  const [soon, late] = await Promise.all([ask('/soon'), ask('/late')]);
  expect(soon).toMatch(/^HTTP\/1\.1 200 .*answered$/s);
  expect(soon).not.toMatch(/^keep-alive:/im);
  expect(late).toMatch(/answered late$/);
  await app.close();
});

it('whoever sends too much in pieces is told why, and not cut off', async () => {
  const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
  const piece = `${DEFAULT_LIMITS.maxBodyBytes.toString(16)}\r\n${'a'.repeat(DEFAULT_LIMITS.maxBodyBytes)}\r\n`;
  const head = 'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json';
  socket.write(`${head}\r\nTransfer-Encoding: chunked\r\n\r\n${piece}${piece}`);
  const [refused] = await once(socket, 'data');
  expect(String(refused)).toMatch(/^HTTP\/1\.1 413 /);
  for (let sent = 0; sent < 10; sent += 1) socket.write(piece);
  await sleep(100);
  socket.write('0\r\n\r\nGET /health/live HTTP/1.1\r\nHost: a\r\n\r\n');
  const [next] = await once(socket, 'data');
  expect(String(next)).toMatch(/^HTTP\/1\.1 200 /);
  socket.destroy();
});
