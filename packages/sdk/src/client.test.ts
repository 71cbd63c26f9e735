import { expect, test, vi } from 'vitest';
import { dataAnswer, startServer } from './answering-server.fixture.ts';
import { createClient } from './client.ts';
import type { Operation } from './operation.ts';
import { DataVersion } from './operations.ts';

const Title = 'query ($project: String!) { project(code: $project) { title } }' as Operation<
  { project: { title: string } | null },
  { project: string }
>;

test('posts the operation with its variables and answers the data', async () => {
  const { url, received } = await startServer(dataAnswer({ project: null }));
  const answer = await createClient({ url }).run(Title, { project: 'reintegration-ii' });
  expect(answer).toEqual({ project: null });
  expect(received).toHaveLength(1);
  expect(received[0]).toMatchObject({
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
    },
  });
  expect(JSON.parse(received[0]?.body ?? '')).toEqual({
    query: Title,
    variables: { project: 'reintegration-ii' },
  });
});

test('an operation without variables needs none', async () => {
  const { url } = await startServer(dataAnswer({ dataVersion: 3 }));
  await expect(createClient({ url }).run(DataVersion)).resolves.toEqual({ dataVersion: 3 });
});

test('a text document of graphql-codegen is sent as its text', async () => {
  class TypedDocumentString extends String {
    declare readonly __apiType?: (variables: { code: string }) => { city: { name: string } };
  }
  const { url, received } = await startServer(dataAnswer({ city: { name: 'Pirot' } }));
  const document = new TypedDocumentString('query ($code: String!) { city(code: $code) { name } }');
  const { city } = await createClient({ url }).run(document, { code: 'pirot' });
  expect(city.name).toBe('Pirot');
  expect(JSON.parse(received[0]?.body ?? '')).toEqual({
    query: document.toString(),
    variables: { code: 'pirot' },
  });
});

test.each([
  ['EN', 'en'],
  ['SR_LATN', 'sr-latn'],
  ['SR_CYRL', 'sr-cyrl'],
] as const)('locale %s is told as %s', async (locale, tag) => {
  const { url, received } = await startServer(dataAnswer({ dataVersion: 3 }));
  await createClient({ url, locale }).run(DataVersion);
  await createClient({ url, locale: 'EN', headers: { 'Accept-Language': 'de' } }).run(
    DataVersion,
    {},
    { locale },
  );
  expect(received.map(({ headers }) => headers['accept-language'])).toEqual([tag, tag]);
});

test('without a locale the platform decides', async () => {
  const { url, received } = await startServer(dataAnswer({ dataVersion: 3 }));
  await createClient({ url }).run(DataVersion);
  // What Node's fetch sends by itself.
  expect(received[0]?.headers['accept-language']).toBe('*');
});

test('headers go with every request, but cannot change what the body is', async () => {
  const { url, received } = await startServer(dataAnswer({ project: null }));
  const headers = { 'X-Team': 'field', 'Content-Type': 'text/plain' };
  await createClient({ url, headers }).run(Title, { project: 'p' });
  expect(received[0]?.headers).toMatchObject({ 'x-team': 'field', 'content-type': 'application/json' });
});

test('a fetch of the caller stands in, called without a receiver', async () => {
  const fetch = vi.fn(async function (this: unknown, _url: string) {
    expect(this).toBeUndefined();
    return new Response('{"data":{"dataVersion":9}}');
  });
  const client = createClient({ url: 'https://data.example.org/graphql?tenant=1', fetch });
  await expect(client.run(DataVersion)).resolves.toEqual({ dataVersion: 9 });
  expect(fetch.mock.calls[0]?.[0]).toContain('https://data.example.org/graphql?tenant=1&documentId=sha256:');
});

test('a page may name its own gateway by path', async () => {
  vi.stubGlobal('location', { href: 'https://project.example.org/results?x=1' });
  try {
    const fetch = vi.fn(async (_url: string) => new Response('{"data":{"dataVersion":9}}'));
    await createClient({ url: '/graphql', fetch }).run(DataVersion);
    expect(fetch.mock.calls[0]?.[0]).toMatch(/^https:\/\/project\.example\.org\/graphql\?documentId/);
  } finally {
    vi.unstubAllGlobals();
  }
});

test('a finished request leaves nothing on the signal of the caller', async () => {
  const { url } = await startServer(dataAnswer({ dataVersion: 3 }));
  const { signal } = new AbortController();
  const added = vi.spyOn(signal, 'addEventListener');
  const removed = vi.spyOn(signal, 'removeEventListener');
  await createClient({ url }).run(DataVersion, {}, { signal });
  expect(added).toHaveBeenCalledOnce();
  expect(removed.mock.calls[0]?.[1]).toBe(added.mock.calls[0]?.[1]);
});
