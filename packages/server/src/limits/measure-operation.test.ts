import { schema } from '@reintegration/schema';
import fc from 'fast-check';
import {
  type FragmentDefinitionNode,
  getIntrospectionQuery,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { type Measure, measureOperation } from './measure-operation.ts';

function measure(document: string, given: Readonly<Record<string, unknown>> = {}): Measure {
  const parsed = parse(document);
  expect(validate(schema, parsed)).toEqual([]);
  const operation = parsed.definitions[0] as OperationDefinitionNode;
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  if (!coerced) throw errors[0];
  const fragments = parsed.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const byName = fragments.map((fragment) => fragment as FragmentDefinitionNode);
  return measureOperation({
    schema,
    operation,
    fragments: new Map(byName.map((fragment) => [fragment.name.value, fragment])),
    variables: coerced,
  });
}

const DEEP = '{ projects(first: 10) { nodes { figures { indicator { name title: name } } } } }';

describe('an operation is measured', () => {
  it.each([
    ['a leaf', '{ dataVersion }', { depth: 1, fields: 1, aliases: 0, cost: 1 }],
    ['a name that is no alias', '{ dataVersion: dataVersion }', { depth: 1, fields: 1, aliases: 0, cost: 1 }],
    ['__typename by another name', '{ a: __typename }', { depth: 1, fields: 1, aliases: 1, cost: 1 }],
    [
      'lists within lists',
      '{ districts { cities { code } } }',
      { depth: 3, fields: 3, aliases: 0, cost: 421 },
    ],
    ['all together', DEEP, { depth: 5, fields: 6, aliases: 1, cost: 1 + 1 + 10 * (1 + 100 * 3) }],
    ['the same field twice', '{ dataVersion dataVersion }', { depth: 1, fields: 2, aliases: 0, cost: 2 }],
    [
      'every branch of an interface',
      '{ node(id: "x") { id ... on City { code } ... on District { code cities { code } } } }',
      { depth: 3, fields: 6, aliases: 0, cost: 1 + 1 + 1 + 1 + 1 + 20 },
    ],
  ])('by depth, fields, aliases and cost: %s', (_what, document, expected) => {
    expect(measure(document)).toEqual(expected);
  });

  it.each([
    ['a fragment', `{ ...A } fragment A on Query ${DEEP}`],
    ['an inline fragment', `{ ... on Query ${DEEP} }`],
    ['an inline fragment without a type', `{ ... ${DEEP} }`],
    [
      'fragments at every level',
      `{ projects(first: 10) { ...P } }
       fragment P on QueryProjectsConnection { nodes { ... { ...F } } }
       fragment F on Project { figures { indicator { ...I } } }
       fragment I on Indicator { name title: name }`,
    ],
  ])('alike with %s', (_what, document) => {
    expect(measure(document)).toEqual(measure(DEEP));
  });

  it('at the size of the page that a fragment is spread in', () => {
    const document = `{ a: projects(first: 2) { ...P } b: projects(first: 90) { ...P } }
                      fragment P on QueryProjectsConnection { edges { cursor } }`;
    expect(measure(document).cost).toBe(1 + (1 + 2) + 1 + (1 + 90));
  });

  it.each([
    ['a literal', '{ projects(first: 50) { nodes { code } } }', {}, 50],
    ['from the end', '{ projects(last: 50) { nodes { code } } }', {}, 50],
    ['nothing', '{ projects { nodes { code } } }', {}, 20],
    ['null', '{ projects(first: null) { nodes { code } } }', {}, 20],
    ['a variable', 'query ($n: Int) { projects(first: $n) { nodes { code } } }', { n: 50 }, 50],
    ['a default', 'query ($n: Int = 50) { projects(first: $n) { nodes { code } } }', {}, 50],
    [
      'a variable over a default',
      'query ($n: Int = 5) { projects(first: $n) { nodes { code } } }',
      { n: 50 },
      50,
    ],
    [
      'null over a default',
      'query ($n: Int = 5) { projects(first: $n) { nodes { code } } }',
      { n: null },
      20,
    ],
    ['an absent variable', 'query ($n: Int) { projects(first: $n) { nodes { code } } }', {}, 20],
    [
      'an inherited name',
      'query ($constructor: Int) { projects(first: $constructor) { nodes { code } } }',
      {},
      20,
    ],
    ['ids', '{ nodes(ids: ["a", "b", "c"]) { id } }', {}, 3],
    ['ids by a variable', 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['a', 'b', 'c'] }, 3],
    ['one id for a list', 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: 'a' }, 1],
  ])('with lists as long as they were asked for: %s', (_what, document, variables, length) => {
    const around = document.includes('projects') ? 2 : 1;
    expect(measure(document, variables).cost).toBe(around + length);
  });

  it('with a filter that many may match at no less than without', () => {
    const cost = (filter: string) => measure(`{ project(code: "a") { figures${filter} { value } } }`).cost;
    expect(cost('(indicators: ["a"])')).toBe(cost(''));
    expect(cost('(indicators: [])')).toBe(cost(''));
    expect(cost('')).toBe(1 + 1 + 100);
  });

  it('with figures within figures too costly to run', () => {
    const nested = (levels: number): string =>
      levels === 0 ? 'code' : `figures { project { ${nested(levels - 1)} } }`;
    expect(measure(`{ project(code: "a") { ${nested(3)} } }`).cost).toBeGreaterThan(100 ** 3);
  });

  it('without what @skip and @include leave out', () => {
    const document = `query ($yes: Boolean!) {
      dataVersion
      districts @skip(if: $yes) { code }
      ... @include(if: $yes) { components { code } }
      ...N @include(if: false)
    }
    fragment N on Query { networks { code } }`;
    expect(measure(document, { yes: true }).cost).toBe(1 + (1 + 20));
    expect(measure(document, { yes: false }).cost).toBe(1 + (1 + 20));
  });
});

describe('introspection is measured', () => {
  it('by its fields and aliases, not by its depth, which GraphQL itself bounds', () => {
    const deep = '{ __schema { types { fields { a: type { ofType { ofType { ofType { name } } } } } } } }';
    expect(measure(deep)).toEqual({ depth: 1, fields: 8, aliases: 1, cost: 8 });
    expect(measure(`{ ...S } fragment S on Query ${deep}`)).toEqual(measure(deep));
    expect(
      measure('{ __type(name: "City") { ...T b: name } } fragment T on __Type { a: name }').aliases,
    ).toBe(2);
    expect(measure(getIntrospectionQuery()).depth).toBe(1);
  });
});

it('2^30 spreads of fragments are measured at once', () => {
  const doubling = Array.from(
    { length: 30 },
    (_, n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`,
  );
  const document = `{ ...F0 } ${doubling.join(' ')} fragment F30 on Query { dataVersion }`;
  const started = performance.now();
  expect(measure(document).fields).toBe(2 ** 30);
  expect(performance.now() - started).toBeLessThan(1_000);
});

it('an operation measures the same whether its page sizes are literals, variables or defaults', () => {
  const page = fc.record({
    field: fc.constantFrom('projects', 'activities', 'cities', 'sources', 'measurements'),
    end: fc.constantFrom('first', 'last'),
    size: fc.integer({ min: 1, max: 100 }),
    selection: fc.constantFrom(
      'nodes { id }',
      'edges { node { id } cursor }',
      'totalCount',
      'a: nodes { b: id }',
    ),
  });
  fc.assert(
    fc.property(fc.array(page, { minLength: 1, maxLength: 8 }), (pages) => {
      const write = (size: (index: number) => unknown) =>
        pages
          .map(({ field, end, selection }, n) => `p${n}: ${field}(${end}: ${size(n)}) { ${selection} }`)
          .join(' ');
      const literal = measure(`{ ${write((n) => pages[n]?.size)} }`);
      const variables = pages.map((_, n) => `$v${n}: Int`).join(' ');
      const defaults = pages.map(({ size }, n) => `$v${n}: Int = ${size}`).join(' ');
      const given = Object.fromEntries(pages.map(({ size }, n) => [`v${n}`, size]));
      expect(measure(`query (${variables}) { ${write((n) => `$v${n}`)} }`, given)).toEqual(literal);
      expect(measure(`query (${defaults}) { ${write((n) => `$v${n}`)} }`)).toEqual(literal);
    }),
  );
});
