import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  comparePartialDates,
  firstDayOf,
  lastDayOf,
  PartialDateError,
  parsePartialDate,
} from './partial-date.ts';

const expected = 'Expected a year (2025), a month (2025-04) or a day (2025-04-30).';

const validDay = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const validDate = fc
  .tuple(validDay, fc.constantFrom(4, 7, 10))
  .map(([isoDay, length]) => isoDay.slice(0, length));

function messageFor(text: string): string {
  try {
    parsePartialDate(text);
  } catch (error) {
    if (error instanceof PartialDateError) return error.message;
    throw error;
  }
  throw new Error(`${text} was accepted`);
}

describe('parsePartialDate', () => {
  it('reads a year, a month and a day', () => {
    expect(parsePartialDate('2025')).toEqual({ text: '2025', year: 2025, month: null, day: null });
    expect(parsePartialDate('2025-04')).toEqual({ text: '2025-04', year: 2025, month: 4, day: null });
    expect(parsePartialDate('2025-04-30')).toEqual({ text: '2025-04-30', year: 2025, month: 4, day: 30 });
  });

  it.each(['0001', '9999-12-31', '2024-02-29', '2000-02-29'])('accepts %s', (text) => {
    expect(parsePartialDate(text).text).toBe(text);
  });

  it.each([
    ['2025-04-31', 'April 2025 has 30 days'],
    ['2025-02-29', 'February 2025 has 28 days'],
    ['1900-02-29', 'February 1900 has 28 days'],
    ['2024-02-30', 'February 2024 has 29 days'],
    ['2025-01-32', 'January 2025 has 31 days'],
    ['2025-13', 'there is no month 13'],
    ['2025-00', 'there is no month 00'],
    ['2025-00-00', 'there is no month 00'],
    ['2025-04-00', 'there is no day 00'],
    ['0000', 'there is no year 0000'],
    ['0000-01-01', 'there is no year 0000'],
    ['', 'it is empty'],
    [' 2025', 'it holds white space'],
    ['2025 04', 'it holds white space'],
    ['-2025', 'a year carries no sign'],
    ['+2025', 'a year carries no sign'],
    ['−0044', 'a year carries no sign'],
    ['٢٠٢٥', 'only the digits 0 to 9 are read'],
    ['２０２５-04', 'only the digits 0 to 9 are read'],
    ['2023/2025', 'it is an interval or not separated by hyphens'],
    ['2023..', 'it is an interval or not separated by hyphens'],
    ['2025-04-30T10:00:00Z', 'it holds a time of day'],
    ['2025-4', 'a month and a day take two digits each'],
    ['2025-04-3', 'a month and a day take two digits each'],
    ['25', 'a year takes four digits, and parts are separated by hyphens'],
    ['20250430', 'a year takes four digits, and parts are separated by hyphens'],
    ['2025?', 'it has none of the three forms'],
    ['202X', 'it has none of the three forms'],
    ['April 2025', 'it holds white space'],
    ['30.04.2025', 'it has none of the three forms'],
  ])('refuses %j and says why', (text, reason) => {
    expect(messageFor(text)).toBe(`${JSON.stringify(text)} is not a date: ${reason}. ${expected}`);
  });

  it('refuses a line break after a date', () => {
    expect(messageFor('2025\n')).toBe(`"2025\\n" is not a date: it holds white space. ${expected}`);
  });

  it('repeats at most 40 characters of what it found', () => {
    const message = messageFor('9'.repeat(100_000));
    expect(message.slice(0, message.indexOf(' is not'))).toBe(`"${'9'.repeat(39)}…"`);
  });

  it('refuses any other text with its own error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!/^\d{4}(-\d\d){0,2}$/.test(text));
        expect(messageFor(text)).toContain(expected);
      }),
    );
  });

  it('agrees with the calendar on every day', () => {
    const part = (max: number, length: number) =>
      fc.integer({ min: 0, max }).map((value) => String(value).padStart(length, '0'));
    fc.assert(
      fc.property(part(9999, 4), part(13, 2), part(32, 2), (year, month, day) => {
        const text = `${year}-${month}-${day}`;
        const date = new Date(`${text}T00:00:00Z`);
        const exists =
          year !== '0000' && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
        if (exists) expect(parsePartialDate(text).day).toBe(Number(day));
        else expect(messageFor(text)).toContain('is not a date');
      }),
    );
  });
});

describe('firstDayOf and lastDayOf', () => {
  it.each([
    ['2025', '2025-01-01', '2025-12-31'],
    ['2025-04', '2025-04-01', '2025-04-30'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2025-12', '2025-12-01', '2025-12-31'],
    ['2025-04-30', '2025-04-30', '2025-04-30'],
    ['0987', '0987-01-01', '0987-12-31'],
  ])('%s covers %s to %s', (text, first, last) => {
    expect([firstDayOf(text), lastDayOf(text)]).toEqual([first, last]);
  });

  it('refuses what is no date', () => {
    expect(() => firstDayOf('2025-04-31')).toThrow(PartialDateError);
    expect(() => lastDayOf('2025-13')).toThrow(PartialDateError);
  });

  it('encloses the date with real days', () => {
    fc.assert(
      fc.property(validDate, (text) => {
        const [first, last] = [firstDayOf(text), lastDayOf(text)];
        expect(first <= last && first.startsWith(text) && last.startsWith(text)).toBe(true);
        expect([parsePartialDate(first).text, parsePartialDate(last).text]).toEqual([first, last]);
      }),
    );
  });
});

describe('comparePartialDates', () => {
  it('puts the earlier first day first, then the longer date', () => {
    const shuffled = ['2025-02', '2025-01-01', '2025', '2024-12-31', '2025-01'];
    expect(shuffled.sort(comparePartialDates)).toEqual([
      '2024-12-31',
      '2025',
      '2025-01',
      '2025-01-01',
      '2025-02',
    ]);
  });

  it('agrees with the first days and is antisymmetric', () => {
    fc.assert(
      fc.property(validDate, validDate, (a, b) => {
        const order = comparePartialDates(a, b);
        expect(comparePartialDates(b, a)).toBe(order === 0 ? 0 : -order);
        if (firstDayOf(a) < firstDayOf(b)) expect(order).toBe(-1);
        if (order === 0) expect(a).toBe(b);
      }),
    );
  });

  it('refuses what is no date', () => {
    expect(() => comparePartialDates('2025', 'soon')).toThrow(PartialDateError);
  });
});
