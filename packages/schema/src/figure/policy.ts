import type { IndicatorDirection, Qualifier } from '../generated/kysely.ts';
import type { AdditiveDimension } from '../indicator/additivity.ts';
import { addDecimals, compareDecimals, divideDecimals, subtractDecimals } from '../scalar/decimal.ts';
import { firstDayOf, lastDayOf } from '../scalar/partial-date.ts';
import { contains, overlaps, type PeriodValue } from '../scalar/period.ts';

/** A stated value with its period, whatever it is a value of. */
export type StatedValue = {
  readonly value: string;
  readonly qualifier: Qualifier;
  readonly period: PeriodValue;
};

/** Digits behind the point of a progress. */
const PROGRESS_DIGITS = 4;

function samePeriod(a: PeriodValue, b: PeriodValue): boolean {
  return a.start === b.start && a.end === b.end && a.sinceProjectStart === b.sinceProjectStart;
}

/** Days from the beginning to the end of a period; endless when a side is open. */
function daysOf({ start, end }: PeriodValue): number {
  if (start === null || end === null) return Number.POSITIVE_INFINITY;
  return (Date.parse(lastDayOf(end)) - Date.parse(firstDayOf(start))) / 86_400_000;
}

/**
 * The target that a figure is held against: the one for the same period; else the shortest period that holds
 * the figure's, and of several such the one that ends first. A figure that is still counted on lies in no
 * closed period: it is held against the target that it comes to first.
 */
export function chooseTarget<Target extends StatedValue>(
  figure: StatedValue,
  targets: readonly Target[],
): Target | null {
  const same = targets.find((target) => samePeriod(target.period, figure.period));
  if (same) return same;
  const endOf = ({ period }: Target) => (period.end === null ? '9999-12-31' : lastDayOf(period.end));
  const byEnd = [...targets].sort((a, b) => endOf(a).localeCompare(endOf(b), 'en'));
  const around = byEnd.filter((target) => contains(target.period, figure.period));
  const shortest = Math.min(...around.map(({ period }) => daysOf(period)));
  const tightest = around.find(({ period }) => daysOf(period) === shortest);
  if (tightest || figure.period.end !== null) return tightest ?? null;
  return byEnd.find((target) => overlaps(target.period, figure.period)) ?? null;
}

/**
 * How much of the way to the target is done, as a share: 0.55 is 55 %. With a baseline, the way is from
 * there; without one, from zero. Null where that says nothing: no way to go, or less is better and no
 * baseline is known.
 */
export function progressOf(
  value: string,
  target: string,
  baseline: string | null,
  direction: IndicatorDirection,
): string | null {
  if (baseline === null && direction === 'LESS_IS_BETTER') return null;
  const from = baseline ?? '0';
  const way = subtractDecimals(target, from);
  if (compareDecimals(way, '0') === 0) return null;
  return divideDecimals(subtractDecimals(value, from), way, PROGRESS_DIGITS);
}

/** How exact a sum is: as inexact as its least exact part. */
export function qualifierOfSum(qualifiers: readonly Qualifier[]): Qualifier {
  if (qualifiers.includes('ABOUT')) return 'ABOUT';
  if (qualifiers.includes('MORE_THAN')) return 'MORE_THAN';
  return qualifiers.includes('AT_LEAST') ? 'AT_LEAST' : 'EXACT';
}

/** A value with the categories that it is for, by dimension; none for the total. */
export type Part = StatedValue & { readonly disaggregation: Readonly<Record<string, string>> };

/** A sum, or why there is none. */
export type SumOutcome =
  | { readonly sum: string; readonly qualifier: Qualifier }
  | { readonly refusal: string };

/**
 * Adds values where the indicator allows it.
 *
 * @param parts - at least one value of one indicator of one project
 */
export function addParts(
  indicatorCode: string,
  additiveOver: readonly AdditiveDimension[],
  over: AdditiveDimension,
  parts: readonly Part[],
): SumOutcome {
  if (!additiveOver.includes(over)) {
    const allowed =
      additiveOver.length === 0 ? 'not additive at all' : `additive over ${additiveOver.join(', ')} only`;
    return {
      refusal: `Values of "${indicatorCode}" may not be added over ${over}: the indicator is ${allowed}.`,
    };
  }
  const dimensions = [...new Set(parts.flatMap(({ disaggregation }) => Object.keys(disaggregation)))];
  if (dimensions.length > 1) {
    return {
      refusal:
        `Values of "${indicatorCode}" are broken down by ${dimensions.sort().join(' and by ')}, so their sum would ` +
        'count twice. Take those of one dimension from "measurements".',
    };
  }
  const periods = parts.map(({ period }) => period);
  if (over === 'PERIOD') {
    const clash = periods.some((a, i) => periods.slice(i + 1).some((b) => overlaps(a, b)));
    if (clash)
      return {
        refusal: `Periods of "${indicatorCode}" overlap, so their sum would count twice. Narrow "during".`,
      };
  } else if (!periods.every((period) => samePeriod(period, periods[0] as PeriodValue))) {
    return {
      refusal: `Values of "${indicatorCode}" are for different periods, so they have no sum. Narrow "during".`,
    };
  }
  return {
    sum: addDecimals(parts.map(({ value }) => value)),
    qualifier: qualifierOfSum(parts.map(({ qualifier }) => qualifier)),
  };
}
