import { gzipSync } from 'node:zlib';
import { ERROR_CODES } from '@reintegration/schema';
import { describe, expect, it } from 'vitest';
import { sendRaw, send as sendTo, shareTestGateway } from '../../../../testing/gateway.ts';

const gateway = shareTestGateway();
const QUERY = '{"query":"{ dataVersion }"}';
const PREFLIGHT = { 'apollo-require-preflight': '1' };
const send = (path?: string, init?: RequestInit) => sendTo(gateway.url, path, init);

/** What every refusal promises: whose fault it is, in the shape of every answer, and nothing from inside. */
function expectRefusal({ status, text }: { readonly status: number; readonly text: string }) {
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  const { errors } = JSON.parse(text);
  expect(Object.keys(ERROR_CODES)).toContain(errors[0].extensions.code);
  expect(errors[0].message).not.toBe('');
  expect(text).not.toMatch(/\\n +at |node_modules|file:|\.ts\b|\.js\b|FST_/);
}

describe('a request that is none of ours is the caller’s fault', () => {
  it.each<[number, string, string, RequestInit?]>([
    [404, 'an unknown path', '/nothing', { method: 'GET', body: null }],
    [405, 'an unknown method', '/graphql', { method: 'DELETE', body: null, headers: {} }],
    [400, 'an address that cannot be read', '/%zz', { method: 'GET', body: null }],
    [400, 'no body', '/graphql', { body: '' }],
    [400, 'no JSON', '/graphql', { body: '{"query":' }],
    [400, 'another JSON value', '/graphql', { body: '"{ dataVersion }"' }],
    [400, 'null', '/graphql', { body: 'null' }],
    [400, 'a batch', '/graphql', { body: `[${QUERY},${QUERY}]` }],
    [400, '__proto__', '/graphql', { body: '{"query":"{ dataVersion }","__proto__":{"a":1}}' }],
    [
      400,
      '__proto__ among the variables',
      '/graphql',
      { body: '{"query":"{ dataVersion }","variables":{"__proto__":{}}}' },
    ],
    [400, 'variables that are a list', '/graphql', { body: '{"query":"{ dataVersion }","variables":[1]}' }],
    [400, 'a query that is a number', '/graphql', { body: '{"query":1}' }],
    [
      400,
      'a hash for a document',
      '/graphql',
      { body: '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"ab"}}}' },
    ],
    [
      413,
      'a body that is too long',
      '/graphql',
      { body: JSON.stringify({ query: '{ dataVersion }', a: 'x'.repeat(100_000) }) },
    ],
    [
      413,
      '1 MB of comments',
      '/graphql',
      { body: JSON.stringify({ query: `${'#\n'.repeat(500_000)}{ dataVersion }` }) },
    ],
    [
      400,
      'a compressed body',
      '/graphql',
      { body: gzipSync(QUERY), headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' } },
    ],
    [415, 'a form', '/graphql', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    [
      415,
      'a form with files',
      '/graphql',
      { headers: { 'content-type': 'multipart/form-data; boundary=a' } },
    ],
    [400, 'plain text', '/graphql', { headers: { 'content-type': 'text/plain' } }],
    [415, 'a document by itself', '/graphql', { headers: { 'content-type': 'application/graphql' } }],
    [415, 'no known type', '/graphql', { headers: { 'content-type': 'garbage' } }],
    [415, 'UTF-7', '/graphql', { headers: { 'content-type': 'application/json; charset=utf-7' } }],
    [
      415,
      'UTF-16, said in quotes',
      '/graphql',
      { headers: { 'content-type': 'application/json;charset="UTF-16"' } },
    ],
    [
      415,
      'UTF-7 after UTF-8',
      '/graphql',
      { headers: { 'content-type': 'application/json; charset=utf-8; charset=utf-7' } },
    ],
    [
      400,
      'a GET without a preflight header',
      '/graphql?query={dataVersion}',
      { method: 'GET', body: null, headers: {} },
    ],
    [
      405,
      'a mutation by GET',
      `/graphql?query=${encodeURIComponent('mutation{eraseBeneficiary(input:{id:"x"}){__typename}}')}`,
      { method: 'GET', body: null, headers: PREFLIGHT },
    ],
    [
      400,
      'a query given twice',
      '/graphql?query={a}&query={dataVersion}',
      { method: 'GET', body: null, headers: PREFLIGHT },
    ],
  ])('%s for %s', async (expected, _what, path, init) => {
    const answer = await send(path, init);
    expectRefusal(answer);
    expect(answer.status).toBe(expected);
  });

  it.each([
    ['a Host that is none', 'Host: a b'],
    ['a Host with markup', 'Host: <script>'],
    ['a Host that is an address', 'Host: http://a:80'],
    ['two Hosts', 'Host: a\r\nHost: b'],
    ['a control character', 'Host: a\x01'],
    ['a header that is too long', `Host: a\r\nX: ${'x'.repeat(20_000)}`],
  ])('with %s', async (_what, headers) => {
    const type = 'Content-Type: application/json\r\nConnection: close';
    const head = `POST /graphql HTTP/1.1\r\n${headers}\r\n${type}\r\nContent-Length: ${QUERY.length}`;
    const { status, body } = await sendRaw(gateway.url, `${head}\r\n\r\n${QUERY}`);
    expectRefusal({ status, text: body });
  });

  it('with something else than HTTP', async () => {
    const { status, body } = await sendRaw(gateway.url, '\x16\x03\x01\x02\r\n\r\n');
    expectRefusal({ status, text: body });
  });

  it.each([
    ['NUL in a search', '{ cities(search: "\\u0000") { totalCount } }'],
    ['NUL in a filter', '{ activities(filter: { city: "\\u0000" }) { totalCount } }'],
    ['NUL in an id', '{ node(id: "\\u0000") { id } }'],
    ['NUL in a cursor', '{ cities(after: "\\u0000") { totalCount } }'],
    ['a lone surrogate', '{ cities(search: "\\ud800") { totalCount } }'],
    ['a lone surrogate in a filter', '{ activities(filter: { city: "\ud800" }) { totalCount } }'],
    ['an operation of another kind', 'mutation { a }'],
  ])('with %s', async (_what, query) => {
    expectRefusal(await send('/graphql', { body: JSON.stringify({ query }) }));
  });
});

describe('odd requests are answered all the same', () => {
  it.each([
    ['in UTF-8, said so', { headers: { 'content-type': 'application/json; charset=UTF-8' } }],
    [
      'with a comment of 90 KB',
      { body: JSON.stringify({ query: `#${' '.repeat(90_000)}\n{ dataVersion }` }) },
    ],
    [
      'with deep JSON',
      { body: `{"query":"{ dataVersion }","variables":{"a":${'['.repeat(40_000)}${']'.repeat(40_000)}}}` },
    ],
  ])('%s', async (_what, init) => {
    const { status, text } = await send('/graphql', init);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ data: { dataVersion: 1 } });
  });

  it('by GET with a preflight header', async () => {
    expect(
      await send('/graphql?query={dataVersion}', { method: 'GET', body: null, headers: PREFLIGHT }),
    ).toMatchObject({ status: 200 });
  });
});
