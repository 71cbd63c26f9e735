import fc from 'fast-check';
import {
  type GraphQLField,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../testing/database.ts';
import { query } from '../../../testing/execute.ts';
import { addSynthetic } from '../../../testing/synthetic.ts';
import { schema } from './schema.ts';

/** A way from the root to records of a type: the fields with their arguments. */
type Way = { readonly type: string; readonly fields: readonly string[] };
type Fields = Readonly<Record<string, string>>;

/** What records are found by in another way, and what the public has none of here. */
const ELSEWHERE = /^(nodes?$|beneficiar|statistics|viewer|apiKey)/;
const ARGS: Readonly<Record<string, string>> = {
  activity: '(code: "synthetic-0001-part")',
  sum: '(indicator: "synthetic-0001", over: PLACE)',
};
const argsOf = ({ name, args, type }: GraphQLField<unknown, unknown>) => {
  if (args.some(isRequiredArgument)) return ARGS[name] ?? '(code: "synthetic-0001")';
  return getNamedType(type).name.endsWith('Connection') ? '(first: 3)' : '';
};

function fieldsOf(name: string): readonly GraphQLField<unknown, unknown>[] {
  const type = schema.getType(name);
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  return fields.filter((field) => name !== 'Query' || !ELSEWHERE.test(field.name));
}

/** The steps of a field that answers with records: one for each type that they may be of. */
function stepsOf(field: GraphQLField<unknown, unknown>): readonly { type: string; step: string }[] {
  const named = getNamedType(field.type);
  const text = `${field.name}${argsOf(field)}`;
  if (isObjectType(named)) return [{ type: named.name, step: text }];
  if (!isInterfaceType(named)) return [];
  return schema.getPossibleTypes(named).map(({ name }) => ({ type: name, step: `${text} { ... on ${name}` }));
}

/** Every field that answers with records of an object type, each reached by the shortest way. */
function findWays(): readonly Way[] {
  const ways: Way[] = [];
  const seen = new Set(['Query']);
  const queue: Way[] = [{ type: 'Query', fields: [] }];
  for (let from = queue.shift(); from !== undefined; from = queue.shift()) {
    for (const { type, step } of fieldsOf(from.type).flatMap(stepsOf)) {
      const way = { type, fields: [...from.fields, step] };
      ways.push(way);
      if (!seen.has(type)) queue.push(way);
      seen.add(type);
    }
  }
  return ways;
}

/** All that can be asked of a record, by its name. */
function questionsOf(type: string): Fields {
  const all = fieldsOf(type).map((field) => {
    const inner = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
    return [field.name, `${field.name}${argsOf(field)}${inner}`];
  });
  return Object.fromEntries(all);
}

function documentOf({ fields }: Way, questions: readonly string[]): string {
  const open = fields.join(' { ');
  const depth = open.split('{').length - (open.match(/\{[^{}]*:[^{}]*\}/g)?.length ?? 0);
  return `{ ${open} { ${questions.join(' ')} }${' }'.repeat(depth)}`;
}

/** The records at the end of a way, from left to right. */
function recordsIn(data: unknown, [field, ...rest]: readonly string[]): readonly Record<string, unknown>[] {
  if (data === null || data === undefined) return [];
  if (Array.isArray(data))
    return data.flatMap((one) => recordsIn(one, field === undefined ? [] : [field, ...rest]));
  const record = data as Record<string, unknown>;
  if (field === undefined) return Object.keys(record).length === 0 ? [] : [record];
  return recordsIn(record[/^\w+/.exec(field)?.[0] ?? ''], rest);
}

const ways = findWays();
const empty: string[] = [];
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('loaded');
  await addSynthetic(database.pool, 1, 2);
});
afterAll(() => database?.drop());

describe('what is asked for along with a field does not change its answer', () => {
  it.each(ways.map((way) => ({ ...way, path: way.fields.join('.') })))('$path: $type', async (way) => {
    const questions = questionsOf(way.type);
    const names = Object.keys(questions);
    const read = async (chosen: readonly string[]) =>
      recordsIn(
        await query(
          database.pool,
          documentOf(
            way,
            chosen.map((name) => questions[name] ?? ''),
          ),
        ),
        way.fields,
      );
    const whole = await read(names);
    if (whole.length === 0) empty.push(way.fields.join('.'));
    await fc.assert(
      fc.asyncProperty(fc.subarray(names, { minLength: 1 }), async (chosen) => {
        const parts = whole.map((record) => Object.fromEntries(chosen.map((name) => [name, record[name]])));
        expect(await read(chosen)).toEqual(parts);
      }),
      { numRuns: 12 },
    );
  });
});

it('looks at every public concept, and finds records of most', () => {
  expect(empty.length).toBeLessThan(ways.length / 6);
  const concepts =
    'Activity City District Figure Indicator Measurement Network OpenCall Organization Participation Project Source';
  expect(ways.map(({ type }) => type)).toEqual(expect.arrayContaining(concepts.split(' ')));
});
