import type { Locale } from '../locale/locale.ts';
import { toCyrillic } from '../locale/transliterate.ts';
import { firstDayOf, lastDayOf, parsePartialDate } from './partial-date.ts';

/**
 * The time that a value speaks of, both ends included, each known to the year, the month or the day.
 * An end that is null is open, as `..` is in EDTF.
 */
export type PeriodValue = {
  /** A partial date; null when the period has no known beginning. */
  readonly start: string | null;
  /** A partial date; null when the period goes on, or its source does not say where it ends. */
  readonly end: string | null;
  /** The period begins with the project, whether or not that day is known. */
  readonly sinceProjectStart: boolean;
};

type LabelLanguage = {
  readonly months: readonly string[];
  readonly monthsAfterPreposition: readonly string[];
  readonly formatDate: (year: number, month: string | undefined, day: number | null) => string;
  readonly since: string;
  readonly until: string;
  readonly sinceProjectStart: string;
  readonly fromProjectStart: string;
  readonly unknown: string;
};

const englishMonths =
  'January February March April May June July August September October November December'.split(' ');

const english: LabelLanguage = {
  months: englishMonths,
  monthsAfterPreposition: englishMonths,
  formatDate: (year, month, day) => [day, month, year].filter((part) => part != null).join(' '),
  since: 'since',
  until: 'until',
  sinceProjectStart: 'since the start of the project',
  fromProjectStart: 'from the start of the project',
  unknown: 'period not stated',
};

const serbian: LabelLanguage = {
  months: 'januar februar mart april maj jun jul avgust septembar oktobar novembar decembar'.split(' '),
  monthsAfterPreposition:
    'januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra'.split(' '),
  // Days and years are ordinal numbers, which Serbian marks with a full stop.
  formatDate: (year, month, day) =>
    [day === null ? null : `${day}.`, month, `${year}.`].filter((part) => part != null).join(' '),
  since: 'od',
  until: 'do',
  sinceProjectStart: 'od početka projekta',
  fromProjectStart: 'od početka projekta',
  unknown: 'period nije naveden',
};

/**
 * Whether the period lacks a known beginning or a known end.
 *
 * @example isOpen({ start: '2023', end: null, sinceProjectStart: false }) // true
 */
export function isOpen(period: PeriodValue): boolean {
  return period.start === null || period.end === null;
}

/**
 * Whether `inner` is known to lie wholly within `outer`. An open side of `inner` never lies within a closed
 * side of `outer`. A beginning that is only known to be the project's lies within an open side, and within
 * another period that begins with the project; both are taken to speak of the same project.
 *
 * @throws PartialDateError when a side that is compared is not a date.
 * @example
 * const from2023 = { start: '2023', end: null, sinceProjectStart: false };
 * contains({ ...from2023, end: '2023' }, from2023); // false: the inner period may have gone on after 2023
 */
export function contains(outer: PeriodValue, inner: PeriodValue): boolean {
  return containsStart(outer, inner) && containsEnd(outer, inner);
}

/**
 * Whether the two periods share a day, as far as is known: an open side, and a project start whose day is not
 * known, reach without limit.
 *
 * @throws PartialDateError when a side that is compared is not a date.
 * @example
 * const until2024 = { start: null, end: '2024', sinceProjectStart: false };
 * overlaps(until2024, { start: '2024-12', end: null, sinceProjectStart: false }); // true
 */
export function overlaps(a: PeriodValue, b: PeriodValue): boolean {
  return beginsBeforeEndOf(a, b) && beginsBeforeEndOf(b, a);
}

/**
 * The period in words. Serbian months take the genitive after "od" and "do"; the form of dates and of ranges
 * is that of Unicode CLDR (`sr-Latn`, `en-GB`). The Cyrillic label is the Latin one, transliterated.
 *
 * @throws PartialDateError when a side is not a date.
 * @example
 * periodLabel({ start: null, end: '2025-04', sinceProjectStart: false }, 'SR_LATN'); // 'do aprila 2025.'
 */
export function periodLabel(period: PeriodValue, locale: Locale): string {
  if (locale === 'EN') return labelIn(english, period);
  const label = labelIn(serbian, period);
  return locale === 'SR_CYRL' ? toCyrillic(label) : label;
}

function containsStart(outer: PeriodValue, inner: PeriodValue): boolean {
  if (outer.start !== null && inner.start !== null) return firstDayOf(outer.start) <= firstDayOf(inner.start);
  if (outer.start === null && !outer.sinceProjectStart) return true;
  return outer.sinceProjectStart && inner.sinceProjectStart;
}

function containsEnd(outer: PeriodValue, inner: PeriodValue): boolean {
  if (outer.end === null) return true;
  return inner.end !== null && lastDayOf(inner.end) <= lastDayOf(outer.end);
}

function beginsBeforeEndOf(a: PeriodValue, b: PeriodValue): boolean {
  return a.start === null || b.end === null || firstDayOf(a.start) <= lastDayOf(b.end);
}

function labelIn(language: LabelLanguage, { start, end, sinceProjectStart }: PeriodValue): string {
  const { months, monthsAfterPreposition, since, until } = language;
  if (sinceProjectStart) {
    if (end === null) return language.sinceProjectStart;
    return `${language.fromProjectStart} ${until} ${dateIn(language, monthsAfterPreposition, end)}`;
  }
  if (end === null) {
    return start === null ? language.unknown : `${since} ${dateIn(language, monthsAfterPreposition, start)}`;
  }
  if (start === null) return `${until} ${dateIn(language, monthsAfterPreposition, end)}`;
  const first = dateIn(language, months, start);
  return start === end ? first : `${first} – ${dateIn(language, months, end)}`;
}

function dateIn(language: LabelLanguage, months: readonly string[], text: string): string {
  const { year, month, day } = parsePartialDate(text);
  return language.formatDate(year, month === null ? undefined : months[month - 1], day);
}
