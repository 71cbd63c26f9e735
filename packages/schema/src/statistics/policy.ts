import { type Dimension, MAX_DIMENSIONS } from '../disclosure/dimension.ts';
import { badUserInput, quote } from '../error.ts';

/** Years that a release may be for. */
const YEAR = /^(19|20)\d{2}$/;

/**
 * What is wrong with a reporting period; null when nothing is. Only whole years are taken: periods that overlap would
 * show, by their difference, who was counted in one of them.
 */
export function faultOfPeriod(period: string): string | null {
  if (YEAR.test(period)) return null;
  return `${quote(period)} is no reporting period. Expected a whole year, such as 2025: parts of a year would show who came in between.`;
}

/**
 * What to break counts down by, in the order of the contract.
 *
 * @throws ApiError BAD_USER_INPUT for more dimensions than a table has, and for one given twice
 */
export function parseBreakdown(by: readonly Dimension[]): readonly Dimension[] {
  const twice = by.find((dimension, index) => by.indexOf(dimension) !== index);
  if (twice !== undefined) throw badUserInput(`"by" has ${twice} twice. Expected each dimension once.`);
  if (by.length > MAX_DIMENSIONS) {
    throw badUserInput(
      `"by" has ${by.length} dimensions. Expected at most ${MAX_DIMENSIONS}: finer tables would tell single people.`,
    );
  }
  return by;
}

/** Whether counts may still change: the period was not over when they were frozen. */
export function isProvisional(period: string, frozenAt: Date): boolean {
  return frozenAt.getUTCFullYear() <= Number(period);
}
