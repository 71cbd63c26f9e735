import { readdirSync, readFileSync } from 'node:fs';
import { getIntrospectionQuery } from 'graphql';
import { describe, expect, it } from 'vitest';
import { post, shareTestGateway } from '../../../../testing/gateway.ts';
import { createGateway } from '../gateway.ts';
import type { Limits } from './limits.ts';

const gateway = shareTestGateway();

/** The answer, and how often a connection to the database was taken for it. */
async function ask(query: string, variables: Readonly<Record<string, unknown>> = {}) {
  let connections = 0;
  const count = () => {
    connections += 1;
  };
  gateway.database.pool.on('acquire', count);
  const { status, errors = [], data } = await post(gateway.url, { query, variables });
  gateway.database.pool.off('acquire', count);
  const { message, extensions } = errors[0] ?? {};
  return { status, code: extensions?.code, message, data, connections };
}

const TOO_MUCH = { status: 400, code: 'QUERY_TOO_COMPLEX', connections: 0 };
const BAD_INPUT = { status: 400, code: 'BAD_USER_INPUT', connections: 0 };

const nested = (field: string, depth: number) => `${`${field} { `.repeat(depth)}code${' }'.repeat(depth)}`;
const aliases = (count: number, field: string) =>
  Array.from({ length: count }, (_, n) => `a${n}: ${field}`).join(' ');
const FIGURES = 'nodes { figures { project { figures { sources { code } } } } }';
const PAGE = `query ($n: Int) { projects(first: $n) { totalCount } }`;
const IDS = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';

describe('an operation that asks for too much is refused and runs no statement', () => {
  it.each<[string, string, Readonly<Record<string, unknown>>?]>([
    ['comments', `${'#\n'.repeat(2_001)}{ __typename }`],
    ['depth', `{ activity(code: "a") { ${nested('partOf', 12)} } }`],
    [
      'depth in fragments',
      `{ activity(code: "a") { ...A } } fragment A on Activity { ${nested('partOf', 12)} }`,
    ],
    [
      'depth in an operation named __schema',
      `query __schema { activity(code: "a") { ${nested('partOf', 12)} } }`,
    ],
    [
      'fields',
      `{ ${'dataVersion '.repeat(400)} ...A ...A } fragment A on Query { ${'dataVersion '.repeat(301)} }`,
    ],
    ['aliases', `{ ${aliases(61, 'dataVersion')} }`],
    ['aliases of __typename', `{ ${aliases(61, '__typename')} }`],
    ['aliases in introspection', `{ __schema { ${aliases(61, 'types { name }')} } }`],
    [
      'aliases in introspection in a fragment',
      `{ __schema { ...S } } fragment S on __Schema { ${aliases(61, 'types { name }')} }`,
    ],
    ['long lists', `{ projects(first: 100) { ${FIGURES} } }`],
    ['long lists from the end', `{ projects(last: 100) { ${FIGURES} } }`],
    ['long lists by a variable', `query ($n: Int) { projects(first: $n) { ${FIGURES} } }`, { n: 100 }],
    ['long lists by a default', `query ($n: Int = 100) { projects(first: $n) { ${FIGURES} } }`],
    [
      'long lists by an inherited name',
      `query ($constructor: Int) { projects(first: $constructor) { ${FIGURES} } }`,
    ],
    ['long lists by __proto__', `query ($__proto__: Int) { projects(first: $__proto__) { ${FIGURES} } }`],
    [
      'long lists in fragments',
      `{ projects(first: 100) { ...P } } fragment P on QueryProjectsConnection { ${FIGURES} }`,
    ],
    [
      'long lists by ids',
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Project { figures { project { figures { value revision } } } } } }`,
      { ids: Array(100).fill(Buffer.from('Project:a').toString('base64url')) },
    ],
  ])('by %s', async (_what, query, variables) => {
    expect(await ask(query, variables)).toMatchObject(TOO_MUCH);
  });

  it.each<[string, string, Readonly<Record<string, unknown>>?]>([
    ['a page of 0', '{ projects(first: 0) { totalCount } }'],
    ['a page of -1', PAGE, { n: -1 }],
    ['a page of 101', '{ projects(last: 101) { totalCount } }'],
    ['a page of 101 by a variable', PAGE, { n: 101 }],
    ['a page of 2^31', PAGE, { n: 2 ** 31 }],
    ['a page of 1.5', PAGE, { n: 1.5 }],
    ['a page of many digits', PAGE, { n: '1'.repeat(90_000) }],
    ['a page that is a list', PAGE, { n: [5] }],
    ['a page that is nested deeply', PAGE, { n: JSON.parse('['.repeat(4_000) + ']'.repeat(4_000)) }],
    ['a page from both ends', '{ projects(first: 1, last: 1) { totalCount } }'],
    ['101 ids', `{ nodes(ids: ${JSON.stringify(Array(101).fill('a'))}) { id } }`],
    ['101 ids by a variable', IDS, { ids: Array(101).fill('a') }],
    ['10,000 ids by a variable', IDS, { ids: Array(10_000).fill('a') }],
    [
      '101 ids by a default',
      `query ($ids: [ID!]! = ${JSON.stringify(Array(101).fill('a'))}) { nodes(ids: $ids) { id } }`,
    ],
    ['ids that are objects', IDS, { ids: Array(20_000).fill({}) }],
    ['ids that are null', IDS, { ids: Array(60).fill(null) }],
    ['ids that are an object with a length', IDS, { ids: { length: 1e9 } }],
    [
      '101 codes',
      'query ($i: [String!]) { project(code: "a") { figures(indicators: $i) { value } } }',
      { i: Array(101).fill('a') },
    ],
    [
      '4,000 fields that no filter has',
      'query ($f: ActivityFilter) { activities(filter: $f) { totalCount } }',
      {
        f: Object.fromEntries(
          Array(4_000)
            .fill(0)
            .map((_, n) => [`f${n}`, n]),
        ),
      },
    ],
    ['null for what must be', 'query ($c: String = "a") { project(code: $c) { code } }', { c: null }],
    [
      'null for what must be in a directive',
      'query ($b: Boolean = true) { dataVersion @include(if: $b) }',
      { b: null },
    ],
  ])('by %s', async (_what, query, variables) => {
    const answer = await ask(query, variables);
    expect(answer).toMatchObject(BAD_INPUT);
    expect(answer.message?.length).toBeLessThan(600);
  });

  it('as a mutation that the contract does not have', async () => {
    const refusal = { status: 400, code: 'GRAPHQL_VALIDATION_FAILED', connections: 0 };
    expect(await ask('mutation { anything(first: 1000) { at { all } } }')).toMatchObject(refusal);
  });

  it('as a subscription whose events nobody could be told', async () => {
    const refusal = { status: 406, code: 'BAD_REQUEST', connections: 0 };
    expect(await ask('subscription { figuresChanged { dataVersion } }')).toMatchObject(refusal);
  });

  it('before it is compared field by field, each time, and whatever operation is named', async () => {
    const query = `query A { ${'dataVersion '.repeat(200)} }`;
    for (const operationName of [undefined, 'A', 'B']) {
      const { status, errors } = await post(gateway.url, { query, operationName });
      expect([status, errors?.[0]?.extensions.code]).toEqual([400, 'QUERY_TOO_COMPLEX']);
    }
  });

  it('with what it asks for, what is allowed and what to do', async () => {
    const { message } = await ask(`{ ${aliases(61, 'dataVersion')} }`);
    expect(message).toBe(
      'The operation asks for 61 aliases. Expected at most 60. Ask for less, or in several operations.',
    );
  });
});

describe('an operation within the limits passes', () => {
  it.each<[string, string, Readonly<Record<string, unknown>>?]>([
    ['ordinary', '{ projects { totalCount } }'],
    ['with comments', `${'#\n'.repeat(2_000)}{ projects { totalCount } }`],
    ['with a page by a variable', PAGE, { n: 100 }],
    ['with one id for a list', IDS, { ids: Buffer.from('Project:reintegration-ii').toString('base64url') }],
    [
      'that leaves out what would be too much',
      `{ components { code } projects(first: 100) @skip(if: true) { ${FIGURES} } }`,
    ],
  ])('%s', async (_what, query, variables) => {
    const answer = await ask(query, variables);
    expect(answer).toMatchObject({ status: 200, code: undefined });
    expect(answer.connections).toBeGreaterThan(0);
  });

  it("as the explorer's introspection does, with every option", async () => {
    const query = getIntrospectionQuery({
      descriptions: true,
      directiveIsRepeatable: true,
      inputValueDeprecation: true,
      oneOf: true,
      schemaDescription: true,
      specifiedByUrl: true,
    });
    expect(await ask(query)).toMatchObject({ status: 200, code: undefined, connections: 0 });
  });

  const folder = new URL('../../../schema/src/golden/operations/', import.meta.url);
  const promised = readdirSync(folder).filter((name) => /^contract-.*\.graphql$/.test(name));

  it.each(promised)('as promised to users: %s', async (name) => {
    const document = readFileSync(new URL(name, folder), 'utf8');
    const id = Buffer.from('Project:reintegration-ii').toString('base64url');
    expect(await ask(document, { id })).toMatchObject({ status: 200, code: undefined });
  });

  it('where there are such promises', () => {
    expect(promised.length).toBeGreaterThan(5);
  });
});

it.each([
  ['maxDepth', 400, { maxDepth: 2 }, '{ districts { cities { code } } }'],
  ['maxFields', 400, { maxFields: 2 }, '{ a: dataVersion b: dataVersion c: dataVersion }'],
  ['maxAliases', 400, { maxAliases: 0 }, '{ a: dataVersion }'],
  ['maxCost', 400, { maxCost: 20 }, '{ districts { code } }'],
  ['maxPairs', 400, { maxPairs: 2 }, '{ dataVersion dataVersion dataVersion }'],
  ['maxTokens', 400, { maxTokens: 4 }, '{ dataVersion dataVersion dataVersion }'],
  ['maxBodyBytes', 413, { maxBodyBytes: 20 }, '{ dataVersion }'],
])('the operator may change %s', async (_name, status, limits, query) => {
  const statusWithin = async (given: Partial<Limits>) => {
    const { app } = await createGateway({ pool: gateway.database.pool, limits: given });
    return (await app.inject({ method: 'POST', url: '/graphql', payload: { query } })).statusCode;
  };
  expect(await statusWithin({})).toBe(200);
  expect(await statusWithin(limits)).toBe(status);
});
