import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import documents from '../persisted-documents.json' with { type: 'json' };
import { type Answer, dataAnswer, errorAnswer, startServer } from './answering-server.fixture.ts';
import { createClient } from './client.ts';
import type { Operation } from './operation.ts';
import * as operations from './operations.ts';
import { parseOperation } from './persisted.ts';

const { DataVersion, ProjectFigures } = operations;
const good = dataAnswer({ dataVersion: 3 });
const unknown = errorAnswer('PERSISTED_QUERY_NOT_FOUND', 'Unknown.', { status: 404 });
const tagged = (etag: string, dataVersion: number): Answer => ({
  headers: { etag },
  body: JSON.stringify({ data: { dataVersion } }),
});
const still: Answer = { status: 304 };

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each(Object.entries(operations))(
  '%s carries the hash of its text, and the manifest both',
  (_name, text) => {
    const { hash, query } = parseOperation(text);
    expect(hash).toBe(createHash('sha256').update(query).digest('hex'));
    expect(documents[hash as keyof typeof documents]).toBe(query);
    expect(Object.keys(documents)).toHaveLength(Object.keys(operations).length);
  },
);

describe('an operation that carries its hash', () => {
  test('is asked for by address, with nothing that a browser would ask leave for', async () => {
    const { url, received } = await startServer(good);
    await createClient({ url }).run(ProjectFigures, { project: 'reintegration-ii', during: '2023' });
    const { searchParams } = new URL(received[0]?.address ?? '', url);
    expect(Object.fromEntries(searchParams)).toEqual({
      documentId: `sha256:${parseOperation(ProjectFigures).hash}`,
      variables: '{"project":"reintegration-ii","during":"2023"}',
    });
    expect(received).toMatchObject([{ method: 'GET', body: '' }]);
    expect(received[0]?.headers).not.toHaveProperty('content-type');
  });

  test('is sent as text where its hash is not known, and from then on', async () => {
    const { url, received } = await startServer(unknown, good);
    const client = createClient({ url, retry: false });
    const { data, meta } = await client.run(DataVersion).withMeta();
    expect([data, meta.attempts]).toEqual([{ dataVersion: 3 }, 2]);
    await client.run(DataVersion);
    expect(received.map(({ method }) => method)).toEqual(['GET', 'POST', 'POST']);
    expect(JSON.parse(received[1]?.body ?? '')).toEqual({
      query: parseOperation(DataVersion).query,
    });
  });

  test.each([
    ['a gateway that takes no hashes', errorAnswer('PERSISTED_QUERY_NOT_SUPPORTED', 'No.', { status: 400 })],
    ['one that knows nothing of them', errorAnswer('BAD_REQUEST', 'No query.', { status: 400 })],
    ['a proxy that takes no GET', { status: 405, body: '<p>' }],
    ['a proxy that finds the address too long', { status: 414 }],
  ])('is sent as text to %s', async (_name, answer) => {
    const { url, received } = await startServer(answer, good);
    expect(await createClient({ url }).run(DataVersion)).toEqual({ dataVersion: 3 });
    expect(received.map(({ method }) => method)).toEqual(['GET', 'POST']);
  });

  test.each([
    ['a wrong variable', errorAnswer('BAD_USER_INPUT', 'No.', { status: 400 })],
    ['a failure', errorAnswer('INTERNAL_SERVER_ERROR', 'Oh.', { status: 500 })],
  ])('is not sent as text after %s', async (_name, answer) => {
    const { url, received } = await startServer(answer);
    await expect(createClient({ url }).run(DataVersion)).rejects.toThrow();
    expect(received).toHaveLength(1);
  });

  test('is sent as text at once where the address would be too long', async () => {
    const { url, received } = await startServer(good);
    await createClient({ url }).run(ProjectFigures, { project: 'p'.repeat(4_000) });
    expect(received.map(({ method }) => method)).toEqual(['POST']);
  });

  test('a mutation is never asked for by address', async () => {
    const text = 'mutation Record { record { id } }';
    const hash = createHash('sha256').update(text).digest('hex');
    const { url, received } = await startServer(dataAnswer({ record: { id: '1' } }));
    await createClient({ url }).run(`#${hash}\n${text}` as Operation<object, object>, {});
    expect(received.map(({ method }) => method)).toEqual(['POST']);
  });

  test('takes what an address already asks for along', async () => {
    const { url, received } = await startServer(good);
    await createClient({ url: `${url}?tenant=1#top` }).run(DataVersion);
    expect(received[0]?.address).toMatch(
      /^\/graphql\?tenant=1&documentId=sha256:[0-9a-f]{64}&variables=%7B%7D$/,
    );
  });
});

describe('an answer that was had before', () => {
  test('is not sent again while it holds', async () => {
    const { url, received } = await startServer(tagged('"a"', 3), still, tagged('"b"', 4), still);
    const client = createClient({ url });
    const seen = [];
    for (let call = 0; call < 4; call += 1) {
      const { data, meta } = await client.run(DataVersion).withMeta();
      seen.push([data.dataVersion, meta.status, meta.cacheState]);
    }
    expect(seen).toEqual([
      [3, 200, undefined],
      [3, 304, 'REVALIDATED'],
      [4, 200, undefined],
      [4, 304, 'REVALIDATED'],
    ]);
    expect(received.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"a"', '"a"', '"b"']);
  });

  test('is given anew each time, so that a program may change it', async () => {
    const { url } = await startServer(tagged('"a"', 3), still);
    const client = createClient({ url });
    const first = await client.run(DataVersion);
    first.dataVersion = 99;
    expect(await client.run(DataVersion)).toEqual({ dataVersion: 3 });
  });

  test('in one language is not taken for another', async () => {
    const { url, received } = await startServer(tagged('"a"', 3));
    const client = createClient({ url, locale: 'EN' });
    await client.run(DataVersion);
    await client.run(DataVersion, {}, { locale: 'SR_CYRL' });
    expect(received[1]?.headers).not.toHaveProperty('if-none-match');
  });

  test('is forgotten when there are too many', async () => {
    const { url, received } = await startServer(tagged('"a"', 3));
    const client = createClient({ url });
    for (let call = 0; call <= 100; call += 1) await client.run(ProjectFigures, { project: `p${call}` });
    await client.run(ProjectFigures, { project: 'p0' });
    expect(received.at(-1)?.headers).not.toHaveProperty('if-none-match');
    await client.run(ProjectFigures, { project: 'p0' });
    expect(received.at(-1)?.headers['if-none-match']).toBe('"a"');
  });

  test('is left to the browser, where there is one', async () => {
    vi.stubGlobal('location', { href: 'https://project.example.org/' });
    const { url, received } = await startServer(tagged('"a"', 3));
    const client = createClient({ url });
    await client.run(DataVersion);
    await client.run(DataVersion);
    expect(received[1]?.headers).not.toHaveProperty('if-none-match');
  });

  test('of a text is not kept', async () => {
    const { url, received } = await startServer(tagged('"a"', 3));
    const client = createClient({ url });
    for (let call = 0; call < 2; call += 1) await client.run('{ dataVersion }' as Operation<object, object>);
    expect(received[1]?.headers).not.toHaveProperty('if-none-match');
  });

  test('nothing is made of 304 without it', async () => {
    const { url } = await startServer(still);
    await expect(createClient({ url }).run(DataVersion)).rejects.toMatchObject({ code: 'BAD_RESPONSE' });
  });
});
