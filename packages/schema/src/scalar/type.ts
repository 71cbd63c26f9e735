import { GraphQLError } from 'graphql';
import {
  GraphQLCountryCode,
  GraphQLCurrency,
  GraphQLDateTimeISO,
  GraphQLLatitude,
  GraphQLLongitude,
  GraphQLURL,
} from 'graphql-scalars';
import { builder } from '../builder.ts';
import { badUserInput, quote } from '../error.ts';
import { parseDecimal } from './decimal.ts';
import { parsePartialDate } from './partial-date.ts';

builder.addScalarType('Country', GraphQLCountryCode, {
  description: 'A country: ISO 3166-1 alpha-2, such as RS.',
});
builder.addScalarType('Currency', GraphQLCurrency, { description: 'A currency: ISO 4217, such as EUR.' });
builder.addScalarType('DateTime', GraphQLDateTimeISO, {
  description: 'An instant: ISO 8601 with milliseconds and time zone, such as 2024-05-17T08:30:00.000Z.',
});
builder.addScalarType('Latitude', GraphQLLatitude, {
  description: 'Degrees north of the equator (WGS 84), −90 to 90.',
});
builder.addScalarType('Longitude', GraphQLLongitude, {
  description: 'Degrees east of Greenwich (WGS 84), −180 to 180.',
});
builder.addScalarType('URL', GraphQLURL, { description: 'An absolute address on the web.' });

/** Turns a parser that throws into a scalar's: what it says reaches the caller as bad input. */
function parseText(expected: string, parse: (text: string) => string): (value: unknown) => string {
  return (value) => {
    if (typeof value !== 'string') throw badUserInput(`${quote(value)} is not a text. Expected ${expected}.`);
    try {
      return parse(value);
    } catch (error) {
      if (error instanceof GraphQLError) throw error;
      throw badUserInput((error as Error).message);
    }
  };
}

builder.scalarType('PartialDate', {
  description:
    'A day, a month or a year, as precise as it is known: EDTF level 0 (ISO 8601-2), such as 2025-04-30, 2025-04 or 2025.',
  serialize: (value) => value,
  parseValue: parseText('a date such as "2025-04"', (text) => parsePartialDate(text).text),
});

builder.scalarType('Decimal', {
  description:
    'An exact decimal number, as a text, such as "42" or "0.55". At most 18 digits before the point and 6 behind it.',
  serialize: (value) => value,
  parseValue: parseText('a decimal number as a text, such as "42.5"', parseDecimal),
});

builder.scalarType('LanguageTag', {
  description: 'A language: BCP 47, such as en or sr-Latn.',
  serialize: (value) => value,
  parseValue: parseText('a language tag such as "sr-Latn"', (text) => new Intl.Locale(text).baseName),
});
