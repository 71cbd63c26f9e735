import { describe, expect, it } from 'vitest';
import { send as sendTo, shareTestGateway, useTestGateway } from '../../../../testing/gateway.ts';
import { revise } from '../../../../testing/revise.ts';
import { hashOf } from './documents.ts';
import { bundledDocuments } from './read-documents.ts';

const gateway = shareTestGateway();
const [hash = '', text = ''] =
  Object.entries(bundledDocuments()).find(([, document]) => document.includes('query DataVersion')) ?? [];
const id = `sha256:${hash}`;
const apollo = (sha256Hash: unknown, version: unknown = 1) => ({ persistedQuery: { version, sha256Hash } });

/** A GET as a website sends it, with nothing that a browser would ask leave for. */
const get = (parameters: Record<string, string>, headers: Record<string, string> = {}, url = gateway.url) =>
  sendTo(url, `/graphql?${new URLSearchParams(parameters)}`, { method: 'GET', body: null, headers });
const post = (body: unknown, url = gateway.url) => sendTo(url, '/graphql', { body: JSON.stringify(body) });
const codeOf = ({ text: body }: { readonly text: string }) => JSON.parse(body).errors?.[0].extensions.code;

describe('a document that is known', () => {
  it.each([
    ['by its id', () => get({ documentId: id })],
    ['as Apollo names it', () => get({ extensions: JSON.stringify(apollo(hash)) })],
    ['by POST', () => post({ documentId: id })],
    ['by POST as Apollo names it', () => post({ extensions: apollo(hash), variables: {} })],
    ['with its text', () => post({ query: text, extensions: apollo(hash) })],
  ])('is answered %s', async (_name, ask) => {
    const { status, text: body } = await ask();
    expect([status, JSON.parse(body)]).toEqual([200, { data: { dataVersion: 1 } }]);
  });

  it('takes variables, and tells of wrong ones', async () => {
    const [cities = ''] =
      Object.entries(bundledDocuments()).find(([, d]) => d.includes('query Cities')) ?? [];
    const ask = (variables: unknown) =>
      get({ documentId: `sha256:${cities}`, variables: JSON.stringify(variables) });
    expect(JSON.parse((await ask({ district: 'rasinski', first: 1 })).text).data.cities.totalCount).toBe(6);
    expect(codeOf(await ask({ first: 'many' }))).toBe('BAD_USER_INPUT');
  });
});

describe('a document that is not known', () => {
  it.each([
    ['by GET', 404, 'PERSISTED_QUERY_NOT_FOUND', () => get({ documentId: `sha256:${'a'.repeat(64)}` })],
    ['by POST', 404, 'PERSISTED_QUERY_NOT_FOUND', () => post({ extensions: apollo('b'.repeat(64)) })],
    [
      'with another text',
      400,
      'BAD_REQUEST',
      () => post({ query: '{ dataVersion }', extensions: apollo(hash) }),
    ],
    ['with an id that is none', 400, 'BAD_REQUEST', () => get({ documentId: 'md5:abc' })],
    ['with a hash that is none', 400, 'BAD_REQUEST', () => post({ extensions: apollo({ a: 1 }) })],
    ['in another version', 400, 'BAD_REQUEST', () => post({ extensions: apollo(hash, 2) })],
    ['by a name of JavaScript’s', 400, 'BAD_REQUEST', () => get({ documentId: '__proto__' })],
  ])('is refused %s', async (_name, status, code, ask) => {
    const answer = await ask();
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('is executed when its text comes along, and not remembered', async () => {
    const query = '{ __typename dataVersion }';
    expect((await post({ query, extensions: apollo(hashOf(query)) })).status).toBe(200);
    expect(codeOf(await post({ extensions: apollo(hashOf(query)) }))).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  it('still asks a browser for leave', async () => {
    expect((await get({ query: text })).status).toBe(400);
  });
});

describe('an answer to a GET', () => {
  it('names its bytes, and is not sent to whoever has them', async () => {
    const { status, headers, text: body } = await get({ documentId: id });
    const etag = headers.get('etag') ?? '';
    expect(status).toBe(200);
    expect(etag).toMatch(/^"[\w-]{27}\.1"$/);
    expect(headers.get('cache-control')).toBe('public, max-age=0, s-maxage=1');
    expect(headers.get('cdn-cache-control')).toBe('max-age=1, stale-while-revalidate=1');
    expect(headers.get('vary')).toBe('Accept, Accept-Encoding, Accept-Language, Authorization');
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await get({ documentId: id }, { 'if-none-match': known });
      expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
    }
    const other = await get({ documentId: id }, { 'if-none-match': '"other"' });
    expect([other.status, other.text]).toEqual([200, body]);
  });

  it('has another name as soon as something is published', async () => {
    const { url, database } = await useTestGateway();
    const before = (await get({ documentId: id }, {}, url)).headers.get('etag') ?? '';
    const { rows } = await database.pool.query('SELECT key FROM measurement ORDER BY key LIMIT 1');
    await revise(database.pool, { key: rows[0].key });
    const after = await get({ documentId: id }, { 'if-none-match': before }, url);
    expect([after.status, JSON.parse(after.text)]).toEqual([200, { data: { dataVersion: 2 } }]);
  });

  it('that has errors is not kept', async () => {
    const query = '{ project(code: "reintegration-ii") { sum(indicator: "x", over: PLACE) { value } } }';
    const answer = await get({ query }, { 'apollo-require-preflight': '1' });
    expect(codeOf(answer)).toBeDefined();
    expect(answer.headers.get('etag')).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});

describe('the edition that an answer holds for', () => {
  const editionOf = async (query: string) => {
    const { headers } = await post({ query });
    return [headers.get('x-data-version'), headers.get('x-as-of')];
  };

  it('is told', async () => {
    expect(await editionOf('{ dataVersion }')).toEqual(['1', expect.stringMatching(/^\d{4}-.*Z$/)]);
    const figures = 'figures(asOf: "2001-02-03T04:05:06Z") { value }';
    expect(await editionOf(`{ project(code: "reintegration-ii") { ${figures} } }`)).toEqual([
      '0',
      '2001-02-03T04:05:06.000Z',
    ]);
  });

  it('is not told where an answer has none, or several', async () => {
    expect(await editionOf('{ __typename }')).toEqual([null, null]);
    const figures = 'figures(asOf: "2001-02-03T04:05:06Z") { value }';
    expect(await editionOf(`{ dataVersion project(code: "reintegration-ii") { ${figures} } }`)).toEqual([
      null,
      null,
    ]);
  });
});

describe('a gateway that answers its list only', () => {
  const strict = shareTestGateway({ onlyPersisted: true });

  it('answers what is in it, by hash or by text', async () => {
    expect((await get({ documentId: id }, {}, strict.url)).status).toBe(200);
    expect((await post({ query: text }, strict.url)).status).toBe(200);
  });

  it.each([
    ['a text', 'PERSISTED_QUERY_ONLY', { query: '{ dataVersion }' }],
    [
      'a text with its hash',
      'PERSISTED_QUERY_NOT_FOUND',
      { query: '{ dataVersion }', documentId: `sha256:${hashOf('{ dataVersion }')}` },
    ],
    ['the contract', 'PERSISTED_QUERY_ONLY', { query: '{ __schema { types { name } } }' }],
    ['nothing', 'PERSISTED_QUERY_ONLY', {}],
    ['a batch', 'PERSISTED_QUERY_ONLY', [{ query: text }]],
  ])('refuses %s', async (_name, code, body) => {
    const answer = await post(body, strict.url);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(codeOf(answer)).toBe(code);
  });

  it('has no explorer', async () => {
    const answer = await get({}, { accept: 'text/html' }, strict.url);
    expect([answer.status, codeOf(answer)]).toEqual([400, 'PERSISTED_QUERY_ONLY']);
  });
});
