import { describe, expect, test } from 'vitest';
import { createClient } from '../index.ts';
import * as operations from '../operations.ts';
import { parseOperation } from '../persisted.ts';
import { createTestGateway } from '../testing.ts';
import { URL_OF_TESTS } from './connect.fixture.ts';

const gateway = createTestGateway({ cities: [{ code: 'pirot', name: { EN: 'Pirot', SR_CYRL: 'Пирот' } }] });

const hashOf = (operation: unknown) => parseOperation(operation).hash ?? '';

async function get(
  hash: string,
  { variables = {}, headers = {} }: { variables?: object; headers?: object } = {},
) {
  const search = new URLSearchParams({ documentId: `sha256:${hash}`, variables: JSON.stringify(variables) });
  return gateway.fetch(`${URL_OF_TESTS}?${search}`, { headers });
}

const post = (body: unknown) =>
  gateway.fetch(URL_OF_TESTS, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('a GET by hash', () => {
  const hash = hashOf(operations.CityFigures);

  test('answers as the text does', async () => {
    const variables = { city: 'pirot' };
    const response = await get(hash, { variables });
    const byText = await post({ query: operations.CityFigures, variables });
    expect([response.status, await response.text()]).toEqual([200, await byText.text()]);
    expect(gateway.requests.at(-2)).toMatchObject({
      method: 'GET',
      hash,
      operationName: 'CityFigures',
      variables,
    });
  });

  test('knows every curated operation', async () => {
    for (const [name, operation] of Object.entries(operations)) {
      await get(hashOf(operation));
      expect(gateway.requests.at(-1)?.operationName).toBe(name);
    }
  });

  test('is understood as Apollo’s clients write it', async () => {
    const extensions = JSON.stringify({
      persistedQuery: { version: 1, sha256Hash: hashOf(operations.DataVersion) },
    });
    const response = await gateway.fetch(`${URL_OF_TESTS}?${new URLSearchParams({ extensions })}`);
    expect(await response.json()).toEqual({ data: { dataVersion: gateway.dataVersion } });
  });

  test('refuses another hash', async () => {
    const response = await get('0'.repeat(64));
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    });
  });

  test('tells whether the answer is still the same', async () => {
    const variables = { city: 'pirot' };
    const etag = (await get(hash, { variables })).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[0-9a-f]+"$/);
    for (const tag of [etag, `"other", ${etag}`, `W/${etag}`, '*']) {
      const same = await get(hash, { variables, headers: { 'If-None-Match': tag } });
      expect([same.status, await same.text(), same.headers.get('etag')]).toEqual([304, '', etag]);
    }
    const cyrillic = { 'If-None-Match': etag, 'Accept-Language': 'sr-Cyrl' };
    expect((await get(hash, { variables, headers: cyrillic })).status).toBe(200);
    gateway.publish();
    expect((await get(hash, { variables, headers: { 'If-None-Match': etag } })).status).toBe(200);
  });
});

test('the client does not get twice what it still has', async () => {
  const own = createTestGateway({ cities: [{ code: 'pirot' }] }, { dataVersion: 4 });
  const client = createClient({ url: URL_OF_TESTS, fetch: own.fetch });
  const states: unknown[] = [];
  for (const change of [false, false, true]) {
    if (change) own.publish({ cities: [{ code: 'bor' }] });
    const { data, meta } = await client.run(operations.Cities).withMeta();
    states.push([meta.status, meta.dataVersion, data.cities.totalCount]);
  }
  expect(states).toEqual([
    [200, 4, 1],
    [304, 4, 1],
    [200, 5, 2],
  ]);
});

test('an operation that is not known by its hash is sent as a text', async () => {
  const own = createTestGateway();
  const client = createClient({ url: URL_OF_TESTS, fetch: own.fetch });
  const operation = `#${'0'.repeat(64)}\nquery Own { dataVersion }` as typeof operations.DataVersion;
  expect(await client.run(operation)).toEqual({ dataVersion: 1 });
  expect(own.requests).toMatchObject([
    { method: 'GET', operationName: undefined },
    { method: 'POST', operationName: 'Own' },
  ]);
});

describe('a POST', () => {
  test.each<[string, unknown, number, string]>([
    ['no JSON', 'query { dataVersion }', 400, 'BAD_REQUEST'],
    ['no query', {}, 400, 'BAD_REQUEST'],
    [
      'one of several operations, and none is named',
      { query: 'query A { dataVersion } query B { dataVersion }' },
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'a change, as records of a test stay as they are',
      { query: 'mutation { eraseBeneficiary(input: { id: "x" }) { __typename } }' },
      400,
      'BAD_REQUEST',
    ],
    ['no GraphQL', { query: '{' }, 400, 'GRAPHQL_PARSE_FAILED'],
    ['what is not in the contract', { query: '{ weather }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'an operation that is not there',
      { query: 'query A { dataVersion }', operationName: 'B' },
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'a variable of another type',
      { query: 'query ($n: Int) { cities(first: $n) { totalCount } }', variables: { n: 'x' } },
      400,
      'BAD_USER_INPUT',
    ],
  ])('is refused for %s', async (_what, body, status, code) => {
    const response = await post(body);
    expect([response.status, await response.json()]).toMatchObject([
      status,
      { errors: [{ extensions: { code } }] },
    ]);
  });

  test('has no ETag: it cannot be asked again by one', async () => {
    expect((await post({ query: '{ dataVersion }' })).headers.get('etag')).toBeNull();
  });
});

test.each([
  ['en', 'Pirot'],
  ['fr, *', 'Pirot'],
  ['fr, sr;q=0.5', 'Пирот'],
  ['sr-Latn-RS', 'Pirot'],
  ['sr-cyrl', 'Пирот'],
])('Accept-Language %s is answered by %s', async (languages, name) => {
  const response = await gateway.fetch(URL_OF_TESTS, {
    method: 'POST',
    headers: { 'accept-language': languages },
    body: '{"query":"{ city(code: \\"pirot\\") { name } }"}',
  });
  expect(await response.json()).toEqual({ data: { city: { name } } });
});
