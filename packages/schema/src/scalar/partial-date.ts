/** The longest piece of refused input that a message repeats, in characters. */
const quotedLength = 40;

const expected = 'Expected a year (2025), a month (2025-04) or a day (2025-04-30).';
const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A date known to the year, the month or the day: what its text says and no more. */
export type PartialDateValue = {
  /** The date as it travels and is stored, e.g. `2025-04`. */
  readonly text: string;
  readonly year: number;
  /** 1 to 12; null when only the year is known. */
  readonly month: number | null;
  /** 1 to 31; null when the day is not known. */
  readonly day: number | null;
};

/** A text was refused as a date. The message says what was found, why it is refused and what is expected. */
export class PartialDateError extends Error {
  override readonly name = 'PartialDateError';
}

/**
 * Puts refused input into quotation marks, at most 40 characters of it, control characters escaped.
 *
 * @example quoteFound('2025-04-31') // '"2025-04-31"'
 */
export function quoteFound(text: string): string {
  return JSON.stringify(text.length > quotedLength ? `${text.slice(0, quotedLength - 1)}…` : text);
}

/**
 * Reads a date of EDTF level 0 (ISO 8601-2:2019): `2025`, `2025-04` or `2025-04-30`, Gregorian calendar.
 * Year 0000 is refused: ISO 8601 leaves it to agreement between partners, and PostgreSQL has no such year.
 *
 * @throws PartialDateError when the text is none of the three forms or names a day that does not exist.
 * @example parsePartialDate('2025-04') // { text: '2025-04', year: 2025, month: 4, day: null }
 */
export function parsePartialDate(text: string): PartialDateValue {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match === null) throw refusal(text, reasonForShape(text));
  const year = Number(match[1]);
  const month = match[2] === undefined ? null : Number(match[2]);
  const day = match[3] === undefined ? null : Number(match[3]);
  if (year === 0) throw refusal(text, 'there is no year 0000');
  if (month !== null && (month < 1 || month > 12)) throw refusal(text, `there is no month ${match[2]}`);
  if (month !== null && day !== null) {
    const days = daysIn(year, month);
    if (day < 1) throw refusal(text, 'there is no day 00');
    if (day > days) throw refusal(text, `${monthNames[month - 1]} ${match[1]} has ${days} days`);
  }
  return { text, year, month, day };
}

/**
 * The first day that a partial date covers, as an ISO day.
 *
 * @throws PartialDateError when the text is not a date.
 * @example firstDayOf('2025-04') // '2025-04-01'
 */
export function firstDayOf(text: string): string {
  const { month, day } = parsePartialDate(text);
  if (month === null) return `${text}-01-01`;
  return day === null ? `${text}-01` : text;
}

/**
 * The last day that a partial date covers, as an ISO day.
 *
 * @throws PartialDateError when the text is not a date.
 * @example lastDayOf('2024-02') // '2024-02-29'
 */
export function lastDayOf(text: string): string {
  const { year, month, day } = parsePartialDate(text);
  if (month === null) return `${text}-12-31`;
  return day === null ? `${text}-${daysIn(year, month)}` : text;
}

/**
 * Orders partial dates by their first day; of two that begin together the longer comes first
 * (2025, 2025-01, 2025-01-01, 2025-02). Zero only for equal texts.
 *
 * @throws PartialDateError when either text is not a date.
 * @example ['2025-01', '2025'].sort(comparePartialDates) // ['2025', '2025-01']
 */
export function comparePartialDates(a: string, b: string): -1 | 0 | 1 {
  const left = parsePartialDate(a).text;
  const right = parsePartialDate(b).text;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function refusal(text: string, reason: string): PartialDateError {
  return new PartialDateError(`${quoteFound(text)} is not a date: ${reason}. ${expected}`);
}

function reasonForShape(text: string): string {
  if (text === '') return 'it is empty';
  if (/\s/.test(text)) return 'it holds white space';
  if (/^[+\-\u2212]/.test(text)) return 'a year carries no sign';
  if (/(?![0-9])\p{Nd}/u.test(text)) return 'only the digits 0 to 9 are read';
  if (text.includes('/') || text.includes('..')) return 'it is an interval or not separated by hyphens';
  if (/^\d{4}-\d{2}-\d{2}T/i.test(text)) return 'it holds a time of day';
  if (/^\d{4}-\d{1,2}(-\d{1,2})?$/.test(text)) return 'a month and a day take two digits each';
  if (/^\d+$/.test(text)) return 'a year takes four digits, and parts are separated by hyphens';
  return 'it has none of the three forms';
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
