import { getNamedType } from 'graphql';
import { afterAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../testing/database.ts';
import { execute, query, refusal } from '../../../../testing/execute.ts';
import { schema } from '../schema.ts';
import { encodeCursor } from './cursor.ts';

const { pool, drop } = await createTestDatabase('loaded');
afterAll(drop);

const lists = Object.values(schema.getQueryType()?.getFields() ?? {})
  .filter(({ type }) => getNamedType(type).name.endsWith('Connection'))
  // Lists that are not for everybody are tried beside their concepts.
  .filter(({ extensions: { scope = 'PUBLIC' } }) => scope === 'PUBLIC')
  .map(({ name }) => name);

it('knows every public list of the contract', () => {
  expect(lists).toEqual(
    'activities cities indicators measurements openCalls organizations projects sources'.split(' '),
  );
});

describe.each(lists)('%s', (list) => {
  const refused = (args: string) => refusal(pool, `{ ${list}(${args}) { totalCount } }`);

  it.each([
    ['first: 0', '"first" is 0. Expected 1 to 100.'],
    ['first: -1', '"first" is -1. Expected 1 to 100.'],
    ['first: 101', '"first" is 101. Expected 1 to 100.'],
    ['first: 2147483647', '"first" is 2147483647. Expected 1 to 100.'],
    ['last: 0', '"last" is 0. Expected 1 to 100.'],
    ['last: -5', '"last" is -5. Expected 1 to 100.'],
    ['last: 101', '"last" is 101. Expected 1 to 100.'],
    [
      'first: 1, last: 1',
      '"first" and "last" were both given. Expected one of them: "first" pages forward, "last" backward.',
    ],
  ])('refuses %s', async (args, message) => {
    expect(await refused(args)).toMatchObject({
      message,
      path: [list],
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it('takes the first 20 when no size is given, and 100 at most', async () => {
    const { data, statements } = await execute(pool, {
      document: `{ absent: ${list} { nodes { __typename } } empty: ${list}(first: null, last: null, after: null, before: null) { nodes { __typename } } most: ${list}(first: 100) { nodes { __typename } } }`,
    });
    const limits = statements
      .map(({ parameters }) => parameters.at(-1))
      .filter((value) => typeof value === 'number' && value > 1);
    expect(limits.sort()).toEqual([101, 21, 21]);
    expect(data.empty).toEqual(data.absent);
  });

  const other = list === 'cities' ? 'sources' : 'cities';
  const own = encodeCursor(list, 'pirot');
  it.each([
    ['made up', 'YWJj'],
    ['empty', ''],
    ['no base64', '%%%'],
    ['a plain code', 'pirot'],
    ['of another list', encodeCursor(other, 'pirot')],
    ['altered at its end', `${own.slice(0, -1)}${own.endsWith('A') ? 'B' : 'A'}`],
    ['altered at its beginning', `${own.startsWith('A') ? 'B' : 'A'}${own.slice(1)}`],
    ['shortened', own.slice(0, -2)],
    ['padded', `${own}=`],
    ['followed by a blank', `${own} `],
    [
      'spelt with + and /',
      own.replaceAll('-', '+').replaceAll('_', '/') === own
        ? `${own}+`
        : own.replaceAll('-', '+').replaceAll('_', '/'),
    ],
    ['too long', encodeCursor(list, 'a'.repeat(1000))],
    ['one with NUL in it', encodeCursor(list, 'pirot\0')],
  ])('refuses a cursor that is %s', async (_what, cursor) => {
    for (const side of ['after', 'before']) {
      const { message, extensions } = await refused(`${side}: ${JSON.stringify(cursor)}`);
      expect(extensions?.code).toBe('BAD_USER_INPUT');
      expect(message).toMatch(
        new RegExp(
          `^"${side}" is ".*", which is no cursor of "${list}"\\. Expected a cursor that an earlier page of the same list told\\.$`,
        ),
      );
      expect(message.length).toBeLessThan(220);
    }
  });
});

it('refuses a longer list of ids than a page, before it looks at any', async () => {
  const ids = Array.from({ length: 101 }, () => 'x');
  expect(await refusal(pool, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).toMatchObject({
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

it.each([
  '',
  'x',
  'pirot',
  'Q2l0eTo',
  'Q2l0eTpwaXJvdA==',
  'Q2l0eTpwaXJvdA ',
  'OnBpcm90',
  'Q2l0eTpwaXJvdAA',
  'Q2l0eTpwaXJvdP8',
])('refuses the global id "%s"', async (id) => {
  expect(await refusal(pool, 'query ($id: ID!) { node(id: $id) { id } }', { id })).toMatchObject({
    message: `"${id}" is not a global id. Expected the value of the field "id" of a record.`,
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

it.each([
  'Nothing:pirot',
  'City:atlantis',
  'Figure:1',
  'Query:x',
  'Beneficiary:1',
  'City:__proto__',
  'Measurement:a/b',
])('finds nothing at the global id of %s, whether there is such a type or not', async (name) => {
  const id = Buffer.from(name).toString('base64url');
  const { data, errors } = await execute(pool, {
    document: 'query ($id: ID!) { node(id: $id) { id } }',
    variables: { id },
  });
  expect({ data, errors }).toEqual({ data: { node: null }, errors: undefined });
});

it('finds at every id what told it', async () => {
  const { cities } = await query(pool, '{ cities { nodes { id } } }');
  const ids = cities.nodes.map(({ id }: { id: string }) => id);
  const { nodes } = await query(pool, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
  expect(nodes).toEqual(cities.nodes);
});
