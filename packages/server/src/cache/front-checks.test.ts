import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { lockTable, sendRaw, untilBlocked, useTestGateway } from '../../../../testing/gateway.ts';
import { bundledDocuments } from '../documents/read-documents.ts';

const QUERY = 'query ($code: String!) { city(code: $code) { code name } }';
const body = (rest = '"variables":{"code":"pirot"}') => `{"query":"${QUERY}",${rest}}`;
const JSON_TYPE = { 'content-type': 'application/json' };

type Asked = { readonly method?: string; readonly search?: string; readonly body?: string };

async function ask(
  url: string,
  { method = 'POST', search = '', body: text }: Asked,
  headers: Record<string, string>,
) {
  const response = await fetch(`${url}/graphql${search}`, { method, headers, body: text ?? null });
  const {
    'x-request-id': _id,
    'x-cache': _cache,
    date: _date,
    ...rest
  } = Object.fromEntries(response.headers);
  return { status: response.status, headers: rest, text: await response.text() };
}

/** Two gateways: one that has compiled the query and kept its answers, and one that is asked it for the first time. */
async function useBoth(options: Parameters<typeof useTestGateway>[0] = {}) {
  const [warm, cold] = [await useTestGateway(options), await useTestGateway({ ...options, cacheBytes: 0 })];
  const kinds: readonly Record<string, string>[] = [
    JSON_TYPE,
    { ...JSON_TYPE, accept: 'application/graphql-response+json' },
  ];
  for (const headers of kinds) {
    for (const code of ['pirot', 'tutin', 'brus', 'x', 'y', 'z']) {
      await ask(warm.url, { body: body(`"variables":{"code":"${code}"}`) }, headers);
    }
  }
  await vi.waitFor(async () => {
    const response = await fetch(`${warm.url}/graphql`, { method: 'POST', headers: JSON_TYPE, body: body() });
    expect(response.headers.get('x-cache')).toBe('HIT');
  });
  return { warm, cold };
}

const GET = `?query=${encodeURIComponent(QUERY)}&variables=${encodeURIComponent('{"code":"pirot"}')}`;

it('whatever is sent, the front answers, or passes on, as those behind it would', async () => {
  const { warm, cold } = await useBoth();
  const asked = fc.constantFrom<Asked>(
    { body: body() },
    { body: body('"variables":{"code":"pirot","__proto__":{"a":1}}') },
    { body: body('"variables":{"code":"pirot"},"__proto__":{}') },
    { body: body('"variables":{"code":"pirot","constructor":{"prototype":{}}}') },
    { body: body('"variables":{"code":"pirot","more":1}') },
    { body: body('"variables":{"code":5}') },
    { body: body('"variables":{"code":null}') },
    { body: body('"variables":{}') },
    { body: body('"variables":[]') },
    { body: body('"variables":null') },
    { body: body('"variables":"x"') },
    { body: body('"variables":{"code":"pirot"},"extensions":[]') },
    { body: body('"variables":{"code":"pirot"},"operationName":"Other"') },
    { body: body('"variables":{"code":"pirot"},"operationName":""') },
    { body: body('"variables":{"code":"pirot"},"operationName":7') },
    { body: `[${body()}]` },
    { body: body().slice(0, -1) },
    { body: ` ${body()} ` },
    { search: '?a=1', body: body() },
    { search: GET, body: body() },
    { method: 'GET', search: GET },
    { method: 'GET', search: `${GET}&operationName=Other` },
    { method: 'GET', search: GET.replace('%22pirot%22', '5') },
    { method: 'GET', search: `${GET}&query=%7B__typename%7D` },
    { method: 'PUT', body: body() },
  );
  const headers = fc.record(
    {
      'content-type': fc.constantFrom(
        'application/json',
        'application/json; charset=utf-8',
        'application/json; charset=latin1',
        'text/plain',
        'application/graphql',
        'application/x-www-form-urlencoded',
        '',
      ),
      accept: fc.constantFrom(
        '*/*',
        'application/json',
        'application/graphql-response+json',
        'text/html',
        'text/event-stream;q=0, */*',
        'image/png',
      ),
      'apollo-require-preflight': fc.constantFrom('1', ''),
      'x-apollo-operation-name': fc.constantFrom('a', ''),
      'accept-language': fc.constantFrom('en', 'sr-Cyrl', '*', ';;'),
      'accept-encoding': fc.constantFrom('identity', 'gzip', 'br;q=0', 'nonsense'),
      authorization: fc.constantFrom('Bearer t', ''),
      origin: fc.constant('https://a.example'),
    },
    { requiredKeys: ['content-type'] },
  );
  await fc.assert(
    fc.asyncProperty(asked, headers, async (question, given) => {
      const sent = Object.fromEntries(
        Object.entries(given).filter(([name, value]) => name !== 'content-type' || value !== ''),
      );
      const expected = await ask(cold.url, question, sent);
      // The second time it is kept, if it ever is.
      for (let time = 0; time < 2; time += 1) expect(await ask(warm.url, question, sent)).toEqual(expected);
    }),
    { numRuns: 300 },
  );
}, 60_000);

describe('the front', () => {
  it.each(['Host: a b', 'Host: a\r\nHost: b', 'Host: a:port'])(
    'refuses %j, though the answer is kept',
    async (host) => {
      const { warm } = await useBoth();
      const text = body();
      const raw = `POST /graphql HTTP/1.1\r\n${host}\r\nContent-Type: application/json\r\nContent-Length: ${text.length}\r\nConnection: close\r\n\r\n${text}`;
      expect((await sendRaw(warm.url, raw)).status).toBe(400);
      expect((await sendRaw(warm.url, raw.replace(host, 'Host: a'))).status).toBe(200);
    },
  );

  it('learns nothing from a request whose answer is of no type that it takes', async () => {
    const { warm } = await useBoth();
    const json = { 'content-type': 'application/json' };
    for (let time = 0; time < 6; time += 1) {
      expect(await ask(warm.url, { body: body() }, json)).toMatchObject({ status: 200 });
    }
    // Other words each time: what is kept must not hide what is answered anew.
    for (let blanks = 0; blanks < 3; blanks += 1) {
      const question = { body: `${body()}${' '.repeat(blanks)}` };
      expect(await ask(warm.url, question, { ...json, accept: 'image/png' })).toMatchObject({ status: 406 });
    }
  });

  it('answers known documents only, where only those are answered', async () => {
    const warm = await useTestGateway({ onlyPersisted: true });
    const [hash = '', known = ''] =
      Object.entries(bundledDocuments()).find(([, text]) => text.includes('query DataVersion')) ?? [];
    for (let time = 0; time < 6; time += 1) {
      const first = await ask(
        warm.url,
        { body: JSON.stringify({ query: known }) + ' '.repeat(time) },
        JSON_TYPE,
      );
      const byHash = await ask(
        warm.url,
        { method: 'GET', search: `?documentId=sha256:${hash}&variables={}` },
        {},
      );
      const other = await ask(warm.url, { body: body() }, JSON_TYPE);
      expect([first.status, byHash.status, other.status]).toEqual([200, 200, 400]);
      expect(other.text).toContain('PERSISTED_QUERY_ONLY');
    }
  });

  it('finishes what it has begun when the gateway closes, and begins nothing more', async () => {
    const { warm } = await useBoth();
    const lock = await lockTable(warm.database, 'city');
    const running = ask(warm.url, { body: body('"variables":{"code":"raska"}') }, JSON_TYPE);
    await untilBlocked(warm.database);
    const closed = warm.gateway.close();
    await lock.release();
    expect((await running).text).toContain('raska');
    await closed;
    await expect(ask(warm.url, { body: body() }, JSON_TYPE)).rejects.toThrow();
  });
});
