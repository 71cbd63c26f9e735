import { expect, it } from 'vitest';
import { compareContracts } from './compare.ts';
import { changed, RELEASED } from './pair.fixture.ts';
import { refuseBreaking } from './refuse-breaking.ts';

const refuse = async (present: string) => refuseBreaking(await compareContracts(RELEASED, present), RELEASED);

it.each([
  ['a field', 'name: String', '', '`name: String @deprecated(reason: "Use `…`.")`'],
  ['a value', 'NGO STATE', 'NGO', '`STATE @deprecated(reason: "Use `…`.")`'],
  ['an argument', ', language: String = "en"', '', '`language: String @deprecated(reason: "Use `…`.")`'],
  ['a required argument', 'code: String!, ', '', '`code: String @deprecated(reason: "Use `…`.")`'],
  ['an input field', 'kind: Kind ', '', '`kind: Kind @deprecated(reason: "Use `…`.")`'],
])(
  '%s that was not deprecated may not go, and the directive to write is told',
  async (_what, text, by, directive) => {
    expect(await refuse(changed(text, by))).toEqual([
      expect.stringMatching(
        / removed from .*\. The released contract promises otherwise\.\n {2}Put it back and deprecate it/,
      ),
    ]);
    expect((await refuse(changed(text, by))).join()).toContain(directive);
    expect((await refuse(changed(text, by))).join()).toContain("deprecationReason: 'Use `…`.'");
  },
);

it.each([
  ['a field', ' districtCode: String @deprecated(reason: "Use `code`.")', ''],
  ['a value', ' FIRM @deprecated(reason: "Use `NGO`.")', ''],
  ['an argument', ', old: Boolean @deprecated(reason: "No replacement.")', ''],
  ['an input field', ' was: Kind @deprecated(reason: "Use `kind`.")', ''],
  ['a field with its type', 'region: Region @deprecated(reason: "Use `city`.")', ''],
])('%s that was deprecated may go', async (what, text, by) => {
  const present = changed(text, by);
  const without = what.includes('type') ? present.replace('type Region { code: String! }', '') : present;
  expect((await compareContracts(RELEASED, without)).some(({ level }) => level === 'breaking')).toBe(true);
  expect(await refuse(without)).toEqual([]);
});

it('a type may go when all that is its own was deprecated, though an interface leads to it', async () => {
  const present = changed('City | Village', 'City').replace(/type Village .*/, '');
  expect(await refuse(present)).toEqual([]);
});

it('a type that something leads to may not go, and what leads to it is told', async () => {
  const present = changed('filter: CityFilter', 'first: Int').replace(/input CityFilter .*/, '');
  const refused = await refuse(present);
  expect(refused.find((text) => text.startsWith('Type `CityFilter`'))).toContain(
    'These lead to it: Query.cities.filter.',
  );
});

it.each([
  [
    'a deprecated field',
    'districtCode: String',
    'districtCode: Int',
    'Leave it as it was, give the new one another name',
  ],
  ['a field', 'name: String', 'name: Int', 'Leave it as it was, give the new one another name'],
  [
    'an argument',
    'city(code: String!',
    'city(code: Int!',
    'Leave it as it was, give the new one another name',
  ],
  ['a default', '"en"', '"sr"', 'Leave the default as it was.'],
  ['the default of an input field', 'Int = 10', 'Int = 9', 'Leave the default as it was.'],
])('%s may not become something else under its name', async (_what, text, by, advice) => {
  expect(await refuse(changed(text, by))).toEqual([expect.stringContaining(advice)]);
});

it.each([
  ['cities(', 'cities(country: String!, ', 'Make it optional: `country: String`.'],
  ['input CityFilter {', 'input CityFilter { country: [Kind!]!', 'Make it optional: `country: [Kind!]`.'],
])('nothing new may be required: %s → %s', async (text, by, advice) => {
  expect(await refuse(changed(text, by))).toEqual([expect.stringContaining(advice)]);
});

it('refuses no addition and no wording', async () => {
  const present = changed('name: String', '"Its name." name: String! area: Int');
  expect(await refuse(present)).toEqual([]);
});
