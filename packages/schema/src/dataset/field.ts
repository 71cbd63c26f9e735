import type { GraphQLScalarType } from 'graphql';
import * as z from 'zod';
import { PeriodError, parsePeriod, reasonAgainstDate } from './period.ts';

const largestInteger = 2_147_483_647;
// For editors only: which days exist, the parser knows.
const date = '\\d{4}(-\\d{2}){0,2}';

/** Text of one form; `expected` says it in words, to readers of a problem and in editors. */
export function textLike(pattern: RegExp, expected: string): z.ZodString {
  return z.string(expected).regex(pattern, expected).meta({ description: expected });
}

/** A stable, readable key: lower-case Latin letters, digits and single hyphens. */
export const slug = textLike(
  /^(?=.{1,100}$)[a-z0-9]+(?:-[a-z0-9]+)*$/,
  'a code of lower-case letters, digits and hyphens, at most 100, such as novi-pazar',
);

// A database refuses control characters and lone surrogates; the rest is what nobody sees while typing.
const text = z
  .string()
  .regex(
    /^[^\s\p{Cc}\p{Cs}](?:[^\p{Cc}\p{Cs}]*[^\s\p{Cc}\p{Cs}])?$/u,
    'text on one line, without blanks at its ends',
  )
  .refine((value) => value === value.normalize('NFC'), 'text whose letters are composed (Unicode NFC)');

const latinText = text.refine(
  (value) => !/\p{Script=Cyrillic}/u.test(value),
  'text without Cyrillic letters',
);

/** Text that is the same in every language, such as a title as printed or an acronym. */
export const plainText = text;

/** Text by language; Cyrillic is derived where it is not given. */
export const localizedText = z
  .strictObject({ en: latinText.optional(), 'sr-Latn': latinText.optional(), 'sr-Cyrl': text.optional() })
  .refine((value) => value.en !== undefined || value['sr-Latn'] !== undefined, 'text in en or sr-Latn')
  .meta({ id: 'LocalizedText', anyOf: [{ required: ['en'] }, { required: ['sr-Latn'] }] });

/** EDTF level 0, as precise as the source: `2025`, `2025-04` or `2025-04-30`. */
export const partialDate = z
  .string()
  .superRefine((value, context) => {
    const reason = reasonAgainstDate(value);
    if (reason !== null) context.addIssue(`a date such as 2025, 2025-04 or 2025-04-30 (${reason})`);
  })
  .meta({
    description: 'EDTF level 0: 2025, 2025-04 or 2025-04-30',
    pattern: `^${date}$`,
  });

/** A reporting period; see {@link parsePeriod}. */
export const period = z
  .string()
  .superRefine((value, context) => {
    try {
      parsePeriod(value);
    } catch (error) {
      if (!(error instanceof PeriodError)) throw error;
      context.addIssue(error.message);
    }
  })
  .meta({
    description:
      'A date such as 2023, or two with a slash between them; .. is an open end, project-start a beginning',
    examples: ['2023', '2023-01/2023-06', '2023/..', '../2025-04', 'project-start/..'],
    pattern: `^(${date}|(${date}|\\.\\.|project-start)/(${date}|\\.\\.))$`,
  });

/** A decimal number kept as text, so that no digit is lost. */
export const decimal = textLike(
  /^-?(?:0|[1-9]\d{0,17})(?:\.\d{1,6})?$/,
  'a decimal in quotes with at most 18 digits before and 6 after the point, such as "42"',
);

/** An amount of money in the currency's main unit. */
export const amount = textLike(
  /^(?:0|[1-9]\d{0,17})(?:\.\d{1,2})?$/,
  'an amount in quotes, such as "400000.00"',
);

/** How exactly a number is stated. */
export const qualifier = z.enum(['EXACT', 'MORE_THAN', 'AT_LEAST', 'ABOUT']);

/** The four strands of a project's work. */
export const componentCode = z.enum(['ECONOMIC', 'PSYCHOSOCIAL', 'INSTITUTIONAL', 'VISIBILITY']);

/** A count that a source states, which need not be exact. */
export const statedCount = z.strictObject({ value: z.int().min(0).max(largestInteger), qualifier });

/** A number that the database keeps as a 32-bit integer above zero. */
export const positiveInteger = z.int().min(1).max(largestInteger);

/** A point on the map, in degrees (WGS 84). */
export const point = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

/** The documents that something was read from. */
export const sources = z
  .array(slug, 'a list with at least one source')
  .min(1, 'a list with at least one source');

/** Whether a scalar of the contract takes the value: what is loaded must be served. */
export function isValueOf(scalar: GraphQLScalarType, value: unknown): boolean {
  try {
    scalar.serialize(value);
    return true;
  } catch {
    return false;
  }
}
