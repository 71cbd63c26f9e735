import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Operation } from '../index.ts';
import { Cities, Sources } from '../operations.ts';
import { connect, failureOf } from './connect.fixture.ts';

const codes = fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,4})?$/), { maxLength: 30 });
const citiesOf = (all: readonly string[]) => ({ cities: all.map((code) => ({ code })) });

test('pages of any size give every record once, in order', async () => {
  await fc.assert(
    fc.asyncProperty(codes, fc.integer({ min: 1, max: 100 }), async (all, pageSize) => {
      const { client } = connect(citiesOf(all));
      const read: string[] = [];
      for await (const { code } of client.items(Cities, {}, { pageSize })) read.push(code);
      expect(read).toEqual([...all].sort());
    }),
    { numRuns: 60 },
  );
});

type Page = {
  cities: {
    edges: { cursor: string; node: { code: string } }[];
    pageInfo: {
      hasNextPage: boolean;
      hasPreviousPage: boolean;
      startCursor: string | null;
      endCursor: string | null;
    };
  };
};
type PageVariables = { first?: number; last?: number; after?: string | null; before?: string | null };
const Pages =
  'query Pages($first: Int, $last: Int, $after: String, $before: String) { cities(first: $first, last: $last, after: $after, before: $before) { edges { cursor node { code } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }' as Operation<
    Page,
    PageVariables
  >;

test('so do pages from the end', async () => {
  await fc.assert(
    fc.asyncProperty(codes, fc.integer({ min: 1, max: 10 }), async (all, last) => {
      const { client } = connect(citiesOf(all));
      const read: string[] = [];
      let before: string | null = null;
      for (let more = true; more; ) {
        const { cities }: Page = await client.run(Pages, { last, before });
        read.unshift(...cities.edges.map(({ node }) => node.code));
        more = cities.pageInfo.hasPreviousPage;
        before = cities.pageInfo.startCursor;
      }
      expect(read).toEqual([...all].sort());
    }),
    { numRuns: 40 },
  );
});

test('a list without a size has 20 records on a page', async () => {
  const { client } = connect(citiesOf(Array.from({ length: 25 }, (_, index) => `c${index}`)));
  const { cities } = await client.run(Cities);
  expect([cities.nodes.length, cities.totalCount, cities.pageInfo.hasNextPage]).toEqual([20, 25, true]);
});

test('a cursor stands where its record stands, also in a part of the list', async () => {
  const { client } = connect({
    cities: [
      { code: 'a' },
      { code: 'b', district: { code: 'd' } },
      { code: 'c' },
      { code: 'e', district: { code: 'd' } },
    ],
  });
  const { cities } = await client.run(Pages, {
    first: 1,
    after: (await client.run(Pages, {})).cities.edges[1]?.cursor ?? '',
  });
  expect(cities.edges.map(({ node }) => node.code)).toEqual(['c']);
  const part = await client.run(Cities, { district: 'd', after: cities.edges[0]?.cursor ?? '' });
  expect(part.cities.nodes.map(({ code }) => code)).toEqual(['e']);
});

test('a cursor lasts when something is published', async () => {
  const { gateway, client } = connect(citiesOf(['b', 'd']));
  const after = (await client.run(Cities, { first: 1 })).cities.pageInfo.endCursor;
  gateway.publish(citiesOf(['a', 'c']));
  const { cities } = await client.run(Cities, { after });
  expect(cities.nodes.map(({ code }) => code)).toEqual(['c', 'd']);
});

const refused = async (variables: PageVariables) =>
  failureOf(connect(citiesOf(['a'])).client.run(Pages, variables));

test.each<[PageVariables, string]>([
  [{ first: 0 }, '"first" is 0. Expected 1 to 100.'],
  [{ last: 101 }, '"last" is 101. Expected 1 to 100.'],
  [{ first: 1, last: 1 }, '"first" and "last" were both given.'],
])('a request for %j is refused as a whole', async (variables, message) => {
  expect(await refused(variables)).toMatchObject({
    code: 'BAD_USER_INPUT',
    message: expect.stringContaining(message),
    status: 400,
    path: undefined,
  });
});

test('a cursor that the list never told is refused', async () => {
  expect(await refused({ before: 'made up' })).toMatchObject({
    code: 'BAD_USER_INPUT',
    message: expect.stringContaining('"before" is "made up", which is no cursor of "cities".'),
    path: undefined,
  });
  const { client } = connect({ sources: [{ code: 'a' }] });
  const { endCursor } = (await client.run(Sources)).sources.pageInfo;
  expect(await refused({ after: endCursor })).toMatchObject({ code: 'BAD_USER_INPUT', path: undefined });
});
