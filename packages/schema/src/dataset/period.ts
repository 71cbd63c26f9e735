import { firstDayOf, lastDayOf, parsePartialDate } from '../scalar/partial-date.ts';

/** The time that a measurement covers. Both ends are EDTF level 0 dates; `null` is an open end. */
export interface Period {
  readonly start: string | null;
  readonly end: string | null;
  /** The period begins with the project, whether or not that day is known. */
  readonly sinceProjectStart: boolean;
}

/** Says why a text is no period. */
export class PeriodError extends Error {
  override readonly name = 'PeriodError';
}

/**
 * Reads a period from the notation of the dataset, which is that of EDTF with one word added.
 *
 * @throws {@link PeriodError} when a date does not exist, the end comes first or both ends are open.
 * @example
 * parsePeriod('2023'); // { start: '2023', end: '2023', sinceProjectStart: false }
 * parsePeriod('../2025-04'); // { start: null, end: '2025-04', sinceProjectStart: false }
 * parsePeriod('project-start/..'); // { start: null, end: null, sinceProjectStart: true }
 */
export function parsePeriod(text: string): Period {
  const ends = text.split('/');
  const [first = '', last = first] = ends;
  if (ends.length > 2) throw new PeriodError('a period of at most two dates with one slash between them');
  const sinceProjectStart = ends.length === 2 && first === 'project-start';
  const start = sinceProjectStart ? null : parseEnd(first, ends.length === 2);
  const end = parseEnd(last, ends.length === 2);
  if (start === null && end === null && !sinceProjectStart) {
    throw new PeriodError('a period with at least one end that is not open');
  }
  if (endsBeforeItStarts(start, end)) throw new PeriodError('a period whose end is not before its start');
  return { start, end, sinceProjectStart };
}

/**
 * Whether the last day of `end` comes before the first day of `start`.
 *
 * @throws PartialDateError when either is no date.
 */
export function endsBeforeItStarts(start: string | null, end: string | null): boolean {
  return start !== null && end !== null && lastDayOf(end) < firstDayOf(start);
}

/** Why a text is no date, without the forms that the caller names itself; null when it is one. */
export function reasonAgainstDate(text: string): string | null {
  try {
    parsePartialDate(text);
    return null;
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split('. Expected ')[0] ?? '';
  }
}

function parseEnd(text: string, mayBeOpen: boolean): string | null {
  if (mayBeOpen && text === '..') return null;
  const reason = reasonAgainstDate(text);
  if (reason !== null) {
    throw new PeriodError(`a period such as 2023, 2023/.., ../2025-04 or project-start/.. (${reason})`);
  }
  return text;
}
