import { type GraphQLLeafType, isEnumType } from 'graphql';

type Leaf = {
  /** What stands where nothing is given. */
  readonly sample: unknown;
  readonly fits: (value: unknown) => boolean;
  /** What a value has to be, for a message. */
  readonly expected: string;
};

const text = (sample: string, pattern: RegExp, expected: string): Leaf => ({
  sample,
  fits: (value) => typeof value === 'string' && pattern.test(value),
  expected,
});

const number = (sample: number, most: number, expected: string): Leaf => ({
  sample,
  fits: (value) => typeof value === 'number' && Math.abs(value) <= most,
  expected,
});

/** Samples nobody takes for data: a currency and a country for tests, the point in the sea, the year 2000. */
const SCALARS: Readonly<Record<string, Leaf>> = {
  Boolean: { sample: false, fits: (value) => typeof value === 'boolean', expected: 'true or false' },
  Country: text('ZZ', /^[A-Z]{2}$/, 'two letters, such as "RS"'),
  Currency: text('XTS', /^[A-Z]{3}$/, 'three letters, such as "EUR"'),
  DateTime: text(
    '2000-01-01T00:00:00.000Z',
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
    'an instant such as "2024-05-17T08:30:00.000Z"',
  ),
  Decimal: text('1', /^-?\d{1,18}(\.\d{1,6})?$/, 'a decimal number in a text, such as "42" or "0.55"'),
  Float: number(0, Infinity, 'a number'),
  ID: text('sample', /./, 'a text'),
  Int: {
    sample: 1,
    fits: (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
    expected: 'a whole number of 32 bits',
  },
  LanguageTag: text('en', /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'a language such as "sr-Latn"'),
  Latitude: number(0, 90, 'a number of degrees from -90 to 90'),
  Longitude: number(0, 180, 'a number of degrees from -180 to 180'),
  PartialDate: text('2000', /^\d{4}(-\d\d(-\d\d)?)?$/, 'a day, a month or a year, such as "2025-04"'),
  String: { sample: 'Sample', fits: (value) => typeof value === 'string', expected: 'a text' },
  URL: text('https://example.org/sample', /^[a-z]+:\S+$/i, 'an address such as "https://example.org"'),
};

/** Of these enums the plainest value is not the first. */
const PLAIN_VALUES: Readonly<Record<string, string>> = {
  Aggregation: 'SUM',
  MeasurementKind: 'ACTUAL',
  MeasurementStatus: 'PUBLISHED',
  Qualifier: 'EXACT',
};

/** What is known of a scalar or an enum of the contract. */
export function leafOf(type: GraphQLLeafType): Leaf {
  if (!isEnumType(type)) {
    const scalar = SCALARS[type.name];
    if (!scalar) throw new Error(`Scalar ${type.name}: say in testing/leaf.ts what its values are.`);
    return scalar;
  }
  const values = type.getValues().map(({ name }) => name);
  const sample = PLAIN_VALUES[type.name] ?? values[0] ?? '';
  // Open: a program has to cope with values that a later contract adds.
  return text(sample, /^[A-Z][A-Z0-9_]*$/, `a value such as ${values.join(', ')}`);
}
