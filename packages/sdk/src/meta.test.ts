import { expect, test } from 'vitest';
import { errorAnswer, startServer } from './answering-server.fixture.ts';
import { createClient } from './client.ts';
import type { Meta } from './meta.ts';
import { DataVersion } from './operations.ts';

async function metaOf(headers: Record<string, string>): Promise<Meta> {
  const body = '{"data":{"dataVersion":3}}';
  const { url } = await startServer({ headers, body });
  const { data, meta } = await createClient({ url }).run(DataVersion).withMeta();
  expect(data.dataVersion).toBe(3);
  return meta;
}

test('tells status, attempts, request and version', async () => {
  const headers = { 'x-request-id': 'req-7', 'x-data-version': '3', 'x-as-of': '2026-01-01T00:00:00.000Z' };
  expect(await metaOf({ ...headers, etag: '"v3"' })).toEqual({
    status: 200,
    attempts: 1,
    requestId: 'req-7',
    dataVersion: 3,
    asOf: '2026-01-01T00:00:00.000Z',
    etag: '"v3"',
  });
});

test.each([
  [{}, undefined],
  [{ etag: '"v3"' }, undefined],
  [{ age: '12' }, 'HIT'],
  [{ age: '0' }, 'HIT'],
  [{ 'x-cache': 'HIT' }, 'HIT'],
  [{ 'x-cache': 'Hit from cloudfront' }, 'HIT'],
  [{ 'x-cache': 'MISS' }, 'MISS'],
  [{ 'x-cache': 'Miss from cloudfront', age: '0' }, 'MISS'],
  [{ 'x-cache': 'REVALIDATED' }, 'REVALIDATED'],
])('%o tells %s', async (headers, cacheState) => {
  expect((await metaOf(headers as Record<string, string>)).cacheState).toBe(cacheState);
});

test('a fetch that keeps answers may tell that one still holds', async () => {
  const fetch = async () => ({
    status: 304,
    headers: new Headers(),
    text: async () => '{"data":{"dataVersion":3}}',
  });
  const client = createClient({ url: 'https://data.example.org/graphql', fetch });
  expect((await client.run(DataVersion).withMeta()).meta).toMatchObject({
    status: 304,
    cacheState: 'REVALIDATED',
  });
});

test('counts what it took', async () => {
  const { url } = await startServer(errorAnswer('UNAVAILABLE', 'Down.', { status: 503 }), {
    body: '{"data":{"dataVersion":3}}',
  });
  const { meta } = await createClient({ url, retry: { baseDelayMs: 1 } })
    .run(DataVersion)
    .withMeta();
  expect(meta.attempts).toBe(2);
});
