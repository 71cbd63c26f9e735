import type { Context } from '@reintegration/schema';
import { buildSchema, execute, type GraphQLObjectType, type GraphQLSchema, parse } from 'graphql';
import { expect, it } from 'vitest';
import { planQuery } from './plan-query.ts';

const schema = buildSchema(`
  interface Named { name: String! }
  type Person implements Named { name: String!, friends: [Named!]!, age: Int, path: String, twice(of: Int = 2): Int! }
  type Dog implements Named { name: String!, owner: Person }
  type Query {
    people: [Person!]!
    named: [Named]!
    required: Person!
    missing: Person
    lists: [[Int]!]
    odd: [Int]
    sum(a: Int!, b: Int = 3): Int!
  }
`);
const soon = <Value>(value: Value) => new Promise<Value>((resolve) => setTimeout(() => resolve(value), 2));
const ana = { kind: 'Person', name: 'Ana', age: 3, friends: () => [soon(rex), ana] };
const rex = { kind: 'Dog', name: () => soon('Rex'), owner: () => ana };
setResolvers(schema, {
  Query: {
    people: () => soon([ana, ana]),
    named: () => [rex, null, ana],
    required: () => null,
    missing: () => undefined,
    lists: () => [[1, null], soon([2])],
    odd: () => new Set([1]),
    sum: (_source, { a, b }) => Number(a) + Number(b),
  },
  Person: {
    path: (_source, _args, _context, { path }) => String(path.key),
    twice: (_source, { of }) => 2 * Number(of),
  },
});
(schema.getType('Named') as { resolveType?: unknown }).resolveType = ({ kind }: { kind: string }) =>
  soon(kind);

type Resolver = (
  source: unknown,
  args: Record<string, unknown>,
  context: unknown,
  info: { path: { key: string | number } },
) => unknown;

function setResolvers(target: GraphQLSchema, resolvers: Record<string, Record<string, Resolver>>) {
  for (const [type, fields] of Object.entries(resolvers)) {
    for (const [name, resolve] of Object.entries(fields)) {
      const field = (target.getType(type) as GraphQLObjectType).getFields()[name];
      if (field) field.resolve = resolve as never;
    }
  }
}

const plan = (source: string, variables = {}) => {
  const query = planQuery(schema, parse(source), null);
  return query?.execute({} as Context, variables);
};
const plainly = async (source: string, variables = {}) =>
  execute({ schema, document: parse(source), variableValues: variables, contextValue: {} });

it.each([
  ['{ people { name age friends { name __typename } } }'],
  ['{ named { ... on Dog { owner { name } } ... on Person { age } name } }'],
  ['{ named { ...A ...A } people { ...B } } fragment A on Named { name } fragment B on Person { ...A age }'],
  ['{ people { friends { name } } people { age friends { __typename } } }'],
  ['{ b: missing { name } a: sum(a: 1) lists }'],
  ['{ people { twice again: twice(of: 4) } }'],
  ['{ __schema { queryType { name } types { name } } __type(name: "Dog") { fields { name } } }'],
])('answers %s as graphql-js does, and in the same order', async (source) => {
  const { data, errors } = await plainly(source);
  expect(errors).toBeUndefined();
  expect(JSON.stringify(await plan(source))).toBe(JSON.stringify(data));
});

it('takes variables as the operation does', async () => {
  const source = 'query ($a: Int!, $b: Int = 4) { sum(a: $a, b: $b) }';
  expect(await plan(source, { a: 1 })).toEqual({ sum: 5 });
  expect(await plan(source, { a: 1, b: 1 })).toEqual({ sum: 2 });
  expect(await plan(source, { a: 'one' })).toBeNull();
});

it.each([
  ['nothing where something must be', '{ required { name } }'],
  ['a list of another kind', '{ odd }'],
  ['a resolver that depends on its place in the answer', '{ people { path } }'],
  ['a name that would be a prototype', '{ __proto__: missing { name } }'],
])('leaves %s to graphql-js', async (_what, source) => {
  expect(await plan(source)).toBeNull();
});

it('leaves errors to graphql-js, and no promise without anybody who waits for it', async () => {
  const failing = buildSchema(`
    type Query { a: Int, b: Int, list: [Item], rows: [Row!]! }
    type Item { c: Int }
    type Row { items: [Int]!, lists: [[Int]!], kinds: [Kind], kept: Kept }
    interface Kind { c: Int }
    type First implements Kind { c: Int }
    type Kept { c: Int }
  `);
  const fail = () => Promise.reject(new Error('later'));
  let calls = 0;
  setResolvers(failing, {
    Query: { a: () => soon(1), b: fail, list: () => [1, 2], rows: () => [1, 2] },
    Item: {
      c: () => {
        calls += 1;
        if (calls === 2) throw new Error('now');
        return fail();
      },
    },
    Row: {
      items: (row) => (row === 1 ? [fail()] : null),
      lists: () => [[fail()], null],
      kinds: () => [1, 2],
      kept: () => 1,
    },
  });
  const types = failing.getTypeMap() as unknown as Record<
    string,
    { resolveType: unknown; isTypeOf: unknown }
  >;
  Object.assign(types.Kind ?? {}, {
    resolveType: (kind: number) => {
      if (kind === 2) throw new Error('now');
      return fail();
    },
  });
  Object.assign(types.Kept ?? {}, { isTypeOf: fail });
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => void unhandled.push(reason);
  process.on('unhandledRejection', note);
  for (const source of [
    '{ a b }',
    '{ a list { c } }',
    '{ rows { items } }',
    '{ rows { lists } }',
    '{ rows { kinds { c } } }',
    '{ rows { kept { c } } }',
  ]) {
    expect(await planQuery(failing, parse(source), null)?.execute({} as Context, {})).toBeNull();
  }
  await soon(null);
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
});
