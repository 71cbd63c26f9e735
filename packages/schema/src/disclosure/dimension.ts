import { AGE_BANDS } from './age-band.ts';

/** What a count may be broken down by, in the order in which columns and cells have it. */
export const DIMENSIONS = ['SEX', 'AGE_BAND', 'CATEGORY', 'COMPONENT'] as const;

/** What a count may be broken down by. */
export type Dimension = (typeof DIMENSIONS)[number];

/** The most dimensions that one table has: with three, most cells would be people who can be told. */
export const MAX_DIMENSIONS = 2;

/** Where people are counted. */
export const LEVELS = ['PROJECT', 'DISTRICT', 'CITY'] as const;

/** Where people are counted. */
export type Level = (typeof LEVELS)[number];

/** The closed list of tables: the total, each dimension, and each pair. */
export const BREAKDOWNS: readonly (readonly Dimension[])[] = [
  [],
  ...DIMENSIONS.map((dimension) => [dimension]),
  ...DIMENSIONS.flatMap((one, index) => DIMENSIONS.slice(index + 1).map((other) => [one, other])),
];

/** The values of each dimension that do not depend on the project. */
export const DIMENSION_VALUES = {
  SEX: ['FEMALE', 'MALE'],
  AGE_BAND: AGE_BANDS,
  CATEGORY: ['RETURNEE', 'SOCIALLY_VULNERABLE', 'HARD_TO_EMPLOY'],
} as const;
