import { expect, it } from 'vitest';
import { compareContracts } from './compare.ts';
import { changed, RELEASED } from './pair.fixture.ts';

const told = async (present: string) =>
  (await compareContracts(RELEASED, present)).map(({ level, text }) => `${level}: ${text}`);

it.each([
  ['name: String', '', 'breaking: Field `name` was removed from object type `City`'],
  ['name: String', 'name: Int', 'breaking: Field `City.name` changed type from `String` to `Int`'],
  ['code: String!, language', 'language', /^breaking: Argument `code: String!` was removed/],
  ['cities(', 'cities(country: String!, ', /^breaking: Argument `country: String!` added/],
  ['kind: Kind first', 'kind: Kind! first', /^breaking: Input field `CityFilter.kind` changed type/],
  ['input CityFilter {', 'input CityFilter { country: String!', /^breaking: Input field `country`/],
  ['NGO STATE', 'NGO', 'breaking: Enum value `STATE` was removed from enum `Kind`'],
  [
    'Found = City | Village',
    'Found = City',
    'breaking: Member `Village` was removed from Union type `Found`',
  ],
  ['city(code: String!', 'city(code: [String!]!', /^breaking: Type for argument `code`/],
])('what fails programs is breaking: %s → %s', async (text, by, expected) => {
  expect(await told(changed(text, by))).toEqual([expect.stringMatching(expected)]);
});

it.each([
  ['"en"', '"sr"', /^breaking: Default value for argument `language`/],
  ['first: Int = 10', 'first: Int = 20', /^breaking: Input field `CityFilter.first` default value changed/],
])('what answers the same question otherwise is breaking: %s → %s', async (text, by, expected) => {
  expect(await told(changed(text, by))).toEqual([expect.stringMatching(expected)]);
});

it.each([
  ['name: String', 'name: String area: Int', 'addition: Field `area` was added to object type `City`'],
  ['name: String', 'name: String!', 'addition: Field `City.name` changed type from `String` to `String!`'],
  ['cities(', 'cities(country: String, ', /^addition: Argument `country: String` added to field/],
  ['cities(', 'cities(country: String = "RS", ', /^addition: Argument `country: String` \(with default/],
  ['input CityFilter {', 'input CityFilter { country: String', /^addition: Input field `country`/],
  [
    'input CityFilter {',
    'input CityFilter { old: Int = 1',
    /^addition: Input field `old` of type `Int` with/,
  ],
  ['NGO STATE', 'NGO PARISH STATE', 'addition: Enum value `PARISH` was added to enum `Kind`'],
  ['City | Village', 'City | Village | Region', /^addition: Member `Region` was added/],
  [
    'name: String',
    'name: String @deprecated(reason: "Use `code`.")',
    /^addition: `City.name` is deprecated: Use `code`\.$/,
  ],
  ['first: Int = 10', 'first: Int = 10 @deprecated(reason: "No replacement.")', undefined],
  [
    'code: String!, language: String = "en"',
    'code: String!, language: String = "en" @deprecated(reason: "No replacement.")',
    undefined,
  ],
])('what gives something new is an addition: %s → %s', async (text, by, expected) => {
  const [only, ...others] = await told(changed(text, by));
  expect(only).toMatch(expected ?? /^addition: `[\w.]+` is deprecated: No replacement\.$/);
  expect(others).toEqual([]);
});

it.each([
  ['name: String', '"Its name." name: String', 'wording: `City.name` is described otherwise'],
  ['enum Kind', '"What it is." enum Kind', 'wording: `Kind` is described otherwise'],
  ['Use `code`.', 'Use `name`.', 'wording: `City.districtCode` is deprecated: Use `name`.'],
  ['Use `kind`.', 'Use `kind` alone.', 'wording: `CityFilter.was` says something else by `@deprecated`'],
])('what is for readers alone is wording: %s → %s', async (text, by, expected) => {
  const [only, ...others] = await told(changed(text, by));
  expect(only).toMatch(expected);
  expect(others).toEqual([]);
});

it('tells a new type once, and still everything that happens around it', async () => {
  const present = changed('name: String', '"Its name." name(upper: Boolean!): Int! parish: Parish');
  expect(
    await told(`${present} "New." type Parish { "Its code." code: String @deprecated(reason: "x") }`),
  ).toEqual([
    'breaking: Field `City.name` changed type from `String` to `Int!`',
    'breaking: Argument `upper: Boolean!` added to field `City.name`',
    'addition: Field `parish` was added to object type `City`',
    'addition: Type `Parish` was added',
    'wording: `City.name` is described otherwise',
  ]);
});

it('finds nothing between a contract and itself', async () => {
  expect(await told(RELEASED)).toEqual([]);
});
