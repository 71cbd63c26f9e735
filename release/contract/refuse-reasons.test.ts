import { expect, it } from 'vitest';
import { RELEASED } from './pair.fixture.ts';
import { refuseReasons } from './refuse-reasons.ts';

const contract = (directive: string) => `
  type Query { cities(all: Boolean, every: Boolean ${directive}): City towns(every: Boolean): City ${directive} }
  type City { code: String title: String ${directive} gone: String @deprecated(reason: "No replacement.") }
  enum Kind { NGO FIRM ${directive} }
  input Filter { kind: Kind was: Kind ${directive} }
`;
const because = (reason: string) => refuseReasons(contract(`@deprecated(reason: ${JSON.stringify(reason)})`));

it.each([
  'Use `Query.cities`.',
  'Use `City.code` now.',
  'Use `Query.cities(all:)`.',
  'There is no replacement: nobody asked.',
])('takes a reason that says what to use: %s', (reason) => {
  expect(because(reason)).toEqual([]);
});

it('takes names of the same type, the same field, and types', () => {
  expect(refuseReasons(RELEASED)).toEqual([]);
  expect(refuseReasons('type Query { a(b: Int, c: Int @deprecated(reason: "Use `b`.")): Int }')).toEqual([]);
  expect(
    refuseReasons(
      'type Query { a: Int @deprecated(reason: "Ask the `City`.") c: City } type City { c: Int }',
    ),
  ).toEqual([]);
});

it.each(['', 'Old.', 'Use cities instead.', 'No longer supported'])(
  'refuses a reason without a name: "%s"',
  (reason) => {
    const refused = because(reason);
    expect(refused.map((text) => text.split(' ')[0])).toEqual([
      '`Query.cities.every`',
      '`Query.towns`',
      '`City.title`',
      '`Kind.FIRM`',
      '`Filter.was`',
    ]);
    expect(refused[0]).toContain(
      'Name it in backticks, as in "Use `Type.field`.", or say "No replacement." and why.',
    );
  },
);

it('refuses a deprecation without any reason', () => {
  expect(refuseReasons(contract('@deprecated'))).toHaveLength(5);
});

it.each(['Use `City.named`.', 'Use `nothing`.', 'Use `City.gone`.'])(
  'refuses a replacement that does not stay: %s',
  (reason) => {
    expect(because(reason)).toHaveLength(5);
    expect(because(reason)[0]).toContain('is not in the contract, or is deprecated too');
  },
);
