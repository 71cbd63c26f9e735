import { type GraphQLField, getNamedType, isCompositeType, isObjectType, isRequiredArgument } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../testing/database.ts';
import { execute } from '../../../../testing/execute.ts';
import { addSynthetic } from '../../../../testing/synthetic.ts';
import { schema } from '../schema.ts';

const MANY = 30;

/** Lists of the contract, and what stands around the fields of their records. */
const lists: readonly [list: string, type: string, wrap: (fields: string) => string][] = [
  ...'activities cities indicators measurements openCalls organizations projects sources'
    .split(' ')
    .map((name): [string, string, (fields: string) => string] => {
      const page = getNamedType(schema.getQueryType()?.getFields()[name]?.type);
      const record = isObjectType(page) ? getNamedType(page.getFields().nodes?.type) : undefined;
      return [name, record?.name ?? '', (fields) => `{ ${name}(first: 100) { nodes { ${fields} } } }`];
    }),
  ['districts', 'District', (fields) => `{ districts { ${fields} } }`],
  ['networks', 'Network', (fields) => `{ networks { ${fields} } }`],
  ['components', 'Component', (fields) => `{ components { ${fields} } }`],
  ['figures', 'Figure', (fields) => `{ projects(first: 100) { nodes { figures { ${fields} } } } }`],
];

const requiredArgs: Readonly<Record<string, string>> = { sum: '(indicator: "synthetic-0001", over: PLACE)' };

function relationsOf(typeName: string): readonly GraphQLField<unknown, unknown>[] {
  const type = schema.getType(typeName);
  return isObjectType(type)
    ? Object.values(type.getFields()).filter((field) => isCompositeType(getNamedType(field.type)))
    : [];
}

function select({ name, args }: GraphQLField<unknown, unknown>, fields: string): string {
  return `${name}${args.some(isRequiredArgument) ? requiredArgs[name] : ''} { ${fields} }`;
}

/** Every way to nest two relations below a list. */
const nestings = lists.flatMap(([list, type, wrap]) =>
  relationsOf(type).flatMap((relation) => {
    const inner = relationsOf(getNamedType(relation.type).name);
    const fields = inner.length === 0 ? ['__typename'] : inner.map((field) => select(field, '__typename'));
    return fields.map((field) => ({
      path: `${list}.${relation.name}.${field}`,
      document: wrap(select(relation, field)),
    }));
  }),
);

let withOne: TestDatabase;
let withMany: TestDatabase;

beforeAll(async () => {
  [withOne, withMany] = await Promise.all([createTestDatabase('loaded', 1), createTestDatabase('loaded', 1)]);
  await addSynthetic(withOne.pool, 1);
  await addSynthetic(withMany.pool, 1, MANY);
});
afterAll(() => Promise.all([withOne.drop(), withMany.drop()]));

describe('the number of statements does not grow with the number of records', () => {
  it.each(nestings)('$path', async ({ document }) => {
    const [one, many] = [
      await execute(withOne.pool, { document }),
      await execute(withMany.pool, { document }),
    ];
    expect([one.errors, many.errors]).toEqual([undefined, undefined]);
    expect(many.statements.length).toBe(one.statements.length);
  });
});

it('looks at every relation of every list', () => {
  expect(nestings.length).toBeGreaterThan(100);
  expect(lists.map(([, type]) => type)).not.toContain('');
});

it('is answered with all the records, not only with as many statements', async () => {
  const document = '{ projects(first: 100) { nodes { isSynthetic cities { code } figures { value } } } }';
  const { data } = await execute(withMany.pool, { document });
  const made = data.projects.nodes.filter(({ isSynthetic }: { isSynthetic: boolean }) => isSynthetic);
  expect(made).toHaveLength(MANY);
  for (const [index, { cities, figures }] of made.entries()) {
    const number = index + 1;
    expect(cities).toEqual([{ code: `synthetic-${String(number).padStart(4, '0')}` }]);
    expect(figures).toEqual(Array(3).fill({ value: String(number) }));
  }
});
