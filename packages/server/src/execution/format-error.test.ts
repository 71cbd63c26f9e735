import { schema } from '@reintegration/schema';
import { type GraphQLEnumType, GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { post, shareTestGateway } from '../../../../testing/gateway.ts';
import { formatError, isTold } from './format-error.ts';

const gateway = shareTestGateway();
const SUM =
  'project(code: "reintegration-ii") { sum(indicator: "workshops-held", over: DISAGGREGATION) { value } }';

async function ask(query: string, variables: unknown = {}) {
  const { status, data, errors = [] } = await post(gateway.url, { query, variables });
  return { status, data, errors, code: errors[0]?.extensions.code, message: errors[0]?.message ?? '' };
}

describe('an error that was meant for the caller', () => {
  it.each([
    ['GRAPHQL_PARSE_FAILED', '{', 'Syntax Error: Expected Name, found <EOF>.'],
    ['GRAPHQL_VALIDATION_FAILED', '{ projct { code } }', 'Cannot query field "projct" on type "Query".'],
    [
      'OPERATION_RESOLUTION_FAILURE',
      'query A { dataVersion } query B { dataVersion }',
      'Must provide operation name if query contains multiple operations.',
    ],
    [
      'BAD_USER_INPUT',
      '{ projects(after: "x") { totalCount } }',
      '"after" is "x", which is no cursor of "projects". Expected a cursor that an earlier page of the same list told.',
    ],
    [
      'BAD_REQUEST',
      '',
      'GraphQL operations must contain a non-empty `query` or a `persistedQuery` extension.',
    ],
  ])('keeps its message and comes as a 4xx: %s', async (code, query, message) => {
    expect(await ask(query)).toMatchObject({ status: 400, code, message });
  });

  it('keeps its message beside the data that could be had, which is an answer', async () => {
    const { status, data, code, message } = await ask(`{ dataVersion ${SUM} }`);
    expect({ status, data, code }).toEqual({
      status: 200,
      data: { dataVersion: 1, project: { sum: null } },
      code: 'NOT_ADDITIVE',
    });
    expect(message).toContain('may not be added over DISAGGREGATION');
  });

  it('tells where it is and its code, and nothing else', async () => {
    const { errors } = await ask('{ measurements(asOf: "2999-01-01T00:00:00Z") { totalCount } }');
    expect(errors.map((error) => Object.keys(error))).toEqual([
      ['message', 'locations', 'path', 'extensions'],
    ]);
    expect(errors.map(({ extensions }) => Object.keys(extensions))).toEqual([['code']]);
  });
});

describe('no answer hints at names that were not asked for', () => {
  const FILTER = 'query ($f: MeasurementFilter) { measurements(filter: $f) { totalCount } }';
  it.each<[string, string, unknown?]>([
    ['a field', '{ projcts { totalCount } }'],
    ['a field of a type behind an interface', '{ node(id: "x") { code } }'],
    ['a type', '{ node(id: "x") { ... on Projct { id } } }'],
    ['a fragment', '{ ...Al } fragment All on Query { dataVersion }'],
    ['an argument', '{ projects(frst: 1) { totalCount } }'],
    ['a directive', '{ dataVersion @includ(if: true) }'],
    ['an enum value', '{ activities(filter: { type: WORKSHP }) { totalCount } }'],
    ['an input field', '{ activities(filter: { projct: "x" }) { totalCount } }'],
    ["a variable's type", 'query ($f: MeasurementFiltr) { measurements(filter: $f) { totalCount } }'],
    [
      'an enum value in a variable',
      'query ($l: Locale) { components { name(locale: $l) } }',
      { l: 'SR_LATIN' },
    ],
    ['an enum value deep in a variable', FILTER, { f: { kind: 'ACTUL' } }],
    ['an input field in a variable', FILTER, { f: { projct: 'x' } }],
    ['an enum value in a default', 'query ($l: Locale = SR_LATIN) { components { name(locale: $l) } }'],
  ])('for a typo in %s', async (_what, query, variables) => {
    const { status, errors } = await ask(query, variables);
    expect(status).toBe(400);
    expect(JSON.stringify(errors)).not.toMatch(
      /did you mean|Measurements|first|SR_LATN|ACTUAL|WORKSHOP|"project"|@include\b/i,
    );
  });
});

describe('what the caller sent', () => {
  const PAGE = 'query ($n: Int) { projects(first: $n) { totalCount } }';
  const spaces = `x${' '.repeat(90_000)}x`;
  const hints = 'Did you mean '.repeat(6_900);
  it.each<[string, string, unknown?]>([
    ['a long name', `{ ${'a'.repeat(90_000)} }`],
    ['a long literal', `{ projects(first: "${spaces}") { totalCount } }`],
    ['a long literal of hints', `{ projects(first: "${hints}") { totalCount } }`],
    ['a long variable', PAGE, { n: spaces }],
    ['a long variable of hints', PAGE, { n: hints }],
    ['many wrong fields', `{ ${Array.from({ length: 900 }, (_, n) => `projects${n}`).join(' ')} }`],
  ])('is not sent back at length, and costs little: %s', async (_what, query, variables) => {
    const started = performance.now();
    const { status, errors } = await ask(query, variables);
    expect(status).toBe(400);
    expect(JSON.stringify(errors).length).toBeLessThan(4_000);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('every code', () => {
  const codes = (schema.getType('ErrorCode') as GraphQLEnumType).getValues().map(({ name }) => name);

  it.each([
    'UNHEARD_OF',
    'PERSISTED_QUERY_NOT_SUPPORTED',
    'INTERNAL_SERVER_ERROR',
    undefined,
    5,
    '__proto__',
  ])('that an answer tells is in the contract, whatever %s came from inside', (code) => {
    const error = new GraphQLError('secret', { extensions: { code, secret: 'secret' } });
    const told = formatError(error.toJSON(), error);
    expect(codes).toContain(told.extensions?.code);
    expect(JSON.stringify(told)).not.toContain('secret');
  });

  it('of the contract is either told with its own message or with a fixed text', () => {
    const fixed = codes.filter((code) => !isTold(code));
    expect(fixed).toEqual(['INTERNAL_SERVER_ERROR', 'TIMEOUT', 'UNAVAILABLE']);
  });
});
