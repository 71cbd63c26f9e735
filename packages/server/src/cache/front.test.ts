import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import fc from 'fast-check';
import { pino } from 'pino';
import { describe, expect, it, vi } from 'vitest';
import { type TestGateway, useTestGateway } from '../../../../testing/gateway.ts';
import { revise } from '../../../../testing/revise.ts';
import { addKey } from '../../../../testing/viewers.ts';
import { bundledDocuments } from '../documents/read-documents.ts';

const hashOf = (name: string) =>
  Object.entries(bundledDocuments()).find(([, text]) => text.includes(`query ${name}(`))?.[0] ?? '';
const FIGURES = `/graphql?documentId=sha256:${hashOf('ProjectFigures')}&variables=${encodeURIComponent('{"project":"reintegration-ii"}')}`;

/** A gateway that has heard of its database, and counts the statements of its pool. */
async function useReadyGateway(options: Parameters<typeof useTestGateway>[0] = {}) {
  const gateway = await useTestGateway(options);
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(gateway.url + path, {
      headers: { 'accept-encoding': 'identity', ...headers },
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const cacheOf = ({ headers }: { readonly headers: Headers }) => headers.get('x-cache');
  await vi.waitFor(async () => {
    await get('/graphql?query={__typename}', { 'apollo-require-preflight': '1' });
    expect(cacheOf(await get('/graphql?query={__typename}', { 'apollo-require-preflight': '1' }))).toBe(
      'HIT',
    );
  });
  const statements = vi.spyOn(gateway.database.pool, 'connect');
  return { ...gateway, get, cacheOf, statements };
}

/** Asks without unpacking what comes. */
async function getRaw(url: string, encoding: string) {
  const [response] = (await once(
    request(url, { headers: { 'accept-encoding': encoding } }).end(),
    'response',
  )) as [IncomingMessage];
  return { headers: response.headers, bytes: await buffer(response) };
}

async function publish({ database }: Pick<TestGateway, 'database'>): Promise<void> {
  const { rows } = await database.pool.query<{ key: string }>(
    'SELECT key FROM measurement ORDER BY key LIMIT 1',
  );
  await revise(database.pool, { key: rows[0]?.key ?? '' });
}

describe('an answer that was given before', () => {
  it('is given again, byte for byte, without a look at the database', async () => {
    const gateway = await useReadyGateway();
    const first = await gateway.get(FIGURES);
    gateway.statements.mockClear();
    const second = await gateway.get(FIGURES);
    expect([first, second].map(gateway.cacheOf)).toEqual(['MISS', 'HIT']);
    expect(second.text).toBe(first.text);
    expect(gateway.statements).not.toHaveBeenCalled();
    const named = ({ headers }: { readonly headers: Headers }) => {
      const { date: _d, 'x-request-id': _i, 'x-cache': _c, ...rest } = Object.fromEntries(headers);
      return rest;
    };
    expect(named(second)).toEqual(named(first));
    expect(second.headers.has('x-request-id')).toBe(false);
  });

  it("tells the caller's own id, with which it is logged, and no other", async () => {
    const lines: Record<string, unknown>[] = [];
    const logger = pino({ level: 'info' }, { write: (line: string) => lines.push(JSON.parse(line)) });
    const gateway = await useReadyGateway({ logger });
    expect((await gateway.get(FIGURES)).headers.has('x-request-id')).toBe(false);
    lines.length = 0;
    const [plain, named] = [
      await gateway.get(FIGURES),
      await gateway.get(FIGURES, { 'x-request-id': 'mine' }),
    ];
    expect([plain, named].map(gateway.cacheOf)).toEqual(['HIT', 'HIT']);
    expect([plain, named].map(({ headers }) => headers.get('x-request-id'))).toEqual([null, 'mine']);
    expect(lines.map(({ reqId }) => reqId)).toEqual([undefined, 'mine']);
  });

  it('is none for another language, another form, other variables or another method', async () => {
    const gateway = await useReadyGateway();
    await gateway.get(FIGURES);
    const others = [
      gateway.get(FIGURES, { 'accept-language': 'sr-Cyrl' }),
      gateway.get(FIGURES, { accept: 'application/graphql-response+json' }),
      gateway.get(FIGURES.replace('reintegration-ii', 'other')),
    ];
    expect((await Promise.all(others)).map(gateway.cacheOf)).toEqual(['MISS', 'MISS', 'MISS']);
    expect(gateway.cacheOf(await gateway.get(FIGURES, { 'accept-language': 'sr-Cyrl, en;q=0.1' }))).toBe(
      'HIT',
    );
  });

  it('by POST, too, whatever the body', async () => {
    const gateway = await useReadyGateway();
    const post = async (body: string, type = 'application/json') => {
      const headers = { 'content-type': type };
      const response = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body });
      return [response.headers.get('x-cache'), response.headers.get('etag'), await response.text()];
    };
    const body = JSON.stringify({
      query: '{ project(code: "reintegration-ii") { title(locale: SR_CYRL) } }',
    });
    const [first, second] = [await post(body), await post(body)];
    expect([first[0], second[0], second[1]]).toEqual(['MISS', 'HIT', null]);
    expect(second[2]).toBe(first[2]);
    expect((await post(`${body} `))[0]).toBe('MISS');
    expect((await post(body, 'application/json; charset=utf-7'))[2]).toContain('UTF-8');
  });

  it('is not given to one who signs, nor from one', async () => {
    const gateway = await useReadyGateway();
    const { key } = await addKey(gateway.database.pool);
    const headers = { authorization: `Bearer ${key}` };
    const signed = await gateway.get(FIGURES, headers);
    expect([gateway.cacheOf(signed), signed.headers.get('cache-control')]).toEqual(['MISS', 'no-store']);
    expect(gateway.cacheOf(await gateway.get(FIGURES))).toBe('MISS');
    expect(gateway.cacheOf(await gateway.get(FIGURES, headers))).not.toBe('HIT');
  });

  it('is not given to a request that a browser would have had to ask leave for', async () => {
    const gateway = await useReadyGateway();
    const path = '/graphql?query={dataVersion}';
    expect((await gateway.get(path, { 'apollo-require-preflight': '1' })).status).toBe(200);
    expect((await gateway.get(path)).status).toBe(400);
    expect((await gateway.get(path, { 'apollo-require-preflight': '' })).status).toBe(400);
  });

  it('with errors is made anew', async () => {
    const gateway = await useReadyGateway();
    const path = `/graphql?query=${encodeURIComponent('{ project(code: "reintegration-ii") { sum(indicator: "x", over: PLACE) { value } } }')}`;
    for (let round = 0; round < 2; round += 1) {
      const answer = await gateway.get(path, { 'apollo-require-preflight': '1' });
      expect([gateway.cacheOf(answer), JSON.parse(answer.text).errors.length]).toEqual([null, 1]);
    }
  });

  it.each([
    ['gzip', gunzipSync],
    ['br', brotliDecompressSync],
    ['zstd', zstdDecompressSync],
  ] as const)('comes packed by %s where asked', async (encoding, unpack) => {
    const gateway = await useReadyGateway();
    const plain = await gateway.get(FIGURES);
    for (const state of ['MISS', 'HIT']) {
      const { headers, bytes } = await getRaw(gateway.url + FIGURES, encoding);
      expect([headers['x-cache'], headers['content-encoding']]).toEqual([state, encoding]);
      expect(unpack(bytes).toString()).toBe(plain.text);
      expect(bytes.length).toBeLessThan(plain.text.length / 2);
      expect(headers.etag).toBe(plain.headers.get('etag')?.replace(/"$/, `.${encoding}"`));
    }
  });
});

describe('after a publication', () => {
  it('nobody gets the old answer once the new one was seen, nor later than notified', async () => {
    const gateway = await useReadyGateway();
    const versionOf = async () => Number((await gateway.get(FIGURES)).headers.get('x-data-version'));
    expect(await versionOf()).toBe(1);
    for (let version = 2; version < 12; version += 1) {
      await publish(gateway);
      const seen = await Promise.all(Array.from({ length: 5 }, versionOf));
      await vi.waitFor(async () => expect(await versionOf()).toBe(version), { interval: 1 });
      expect(Math.min(...seen)).toBeGreaterThanOrEqual(version - 1);
    }
  });

  it('a reader who has seen a newer version elsewhere is not given an older one', async () => {
    const gateway = await useReadyGateway();
    const first = await gateway.get(FIGURES);
    const etag = first.headers.get('etag')?.replace(/\.1"$/, '.7"') ?? '';
    for (const tags of [etag, `"other.1", ${etag}`]) {
      gateway.statements.mockClear();
      expect((await gateway.get(FIGURES, { 'if-none-match': tags })).status).toBe(304);
      // The version is read by who listens for it; nothing else is.
      expect(gateway.statements).not.toHaveBeenCalled();
    }
  });

  it('nothing holds that was kept before the database was put back to an earlier state', async () => {
    const gateway = await useReadyGateway();
    const { pool } = gateway.database;
    const path = `/graphql?query=${encodeURIComponent('{ source(code: "results-2023") { publisher } }')}`;
    const ask = () => gateway.get(path, { 'apollo-require-preflight': '1' });
    const change = (publisher: string) => pool.query('UPDATE source SET publisher = $1', [publisher]);
    const untilVersion = async (version: number) =>
      vi.waitFor(async () =>
        expect((await gateway.get(FIGURES)).headers.get('x-data-version')).toBe(`${version}`),
      );
    await change('Before');
    await untilVersion(2);
    expect((await ask()).text).toContain('Before');
    await pool.query(
      'BEGIN; SET LOCAL session_replication_role = replica; DELETE FROM publication WHERE version = 2; COMMIT',
    );
    await untilVersion(1);
    await change('After');
    await untilVersion(2);
    expect((await ask()).text).toContain('After');
  });

  it('an answer that did not change is not sent again', async () => {
    const gateway = await useReadyGateway();
    const cities = `/graphql?documentId=sha256:${hashOf('Cities')}&variables=%7B%7D`;
    const etag = (await gateway.get(cities)).headers.get('etag') ?? '';
    await publish(gateway);
    await vi.waitFor(async () => {
      const again = await gateway.get(cities, { 'if-none-match': etag });
      expect([again.status, again.headers.get('etag')]).toEqual([304, etag.replace('.1"', '.2"')]);
    });
  });
});

it('the same question asked at once is executed once', async () => {
  const gateway = await useReadyGateway();
  await gateway.get('/health/ready');
  gateway.statements.mockClear();
  await gateway.get(FIGURES);
  const alone = gateway.statements.mock.calls.length;
  gateway.statements.mockClear();
  const path = FIGURES.replace('%7D', '%20%7D');
  const answers = await Promise.all(Array.from({ length: 20 }, () => gateway.get(path)));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(gateway.statements.mock.calls.length).toBeLessThanOrEqual(alone + 2);
});

it('memory is bounded: what does not fit is made anew', async () => {
  const gateway = await useReadyGateway({ cacheBytes: 5_000 });
  expect((await gateway.get(FIGURES)).text.length).toBeGreaterThan(5_000);
  expect(gateway.cacheOf(await gateway.get(FIGURES))).toBe('MISS');
});

it('whatever is asked, the kept answer is the fresh one', async () => {
  const gateway = await useReadyGateway();
  const ids = Object.keys(bundledDocuments()).map((hash) => `sha256:${hash}`);
  const variables = fc.record(
    {
      project: fc.constantFrom('reintegration-ii', 'none'),
      city: fc.constantFrom('novi-pazar', 'x'),
      first: fc.integer({ min: -1, max: 3 }),
      locale: fc.constantFrom('EN', 'SR_CYRL', 'x'),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...ids), variables, async (id, values) => {
      const path = `/graphql?documentId=${id}&variables=${encodeURIComponent(JSON.stringify(values))}`;
      const [first, second] = [await gateway.get(path), await gateway.get(path)];
      expect([second.status, second.text]).toEqual([first.status, first.text]);
    }),
    { numRuns: 60 },
  );
});
