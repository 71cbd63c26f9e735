import { describe, expect, it } from 'vitest';
import { PeriodError, parsePeriod } from './period.ts';

describe('parsePeriod', () => {
  it.each([
    ['2023', { start: '2023', end: '2023', sinceProjectStart: false }],
    ['2023-04', { start: '2023-04', end: '2023-04', sinceProjectStart: false }],
    ['2023/..', { start: '2023', end: null, sinceProjectStart: false }],
    ['../2025-04', { start: null, end: '2025-04', sinceProjectStart: false }],
    ['2023-01/2023-06-30', { start: '2023-01', end: '2023-06-30', sinceProjectStart: false }],
    ['2023-06/2023', { start: '2023-06', end: '2023', sinceProjectStart: false }],
    ['project-start/..', { start: null, end: null, sinceProjectStart: true }],
    ['project-start/2024', { start: null, end: '2024', sinceProjectStart: true }],
  ])('reads %s', (text, period) => {
    expect(parsePeriod(text)).toEqual(period);
  });

  it.each([
    ['../..', 'a period with at least one end that is not open'],
    ['2024/2023', 'a period whose end is not before its start'],
    ['2023-05/2023-04-30', 'a period whose end is not before its start'],
    ['2023/2024/2025', 'a period of at most two dates with one slash between them'],
    ['2025-04-31', 'April 2025 has 30 days'],
    ['2023/2025-13', 'there is no month 13'],
    ['..', '".." is not a date'],
    ['project-start', '"project-start" is not a date'],
    ['../project-start', '"project-start" is not a date'],
    ['since project start', '"since project start" is not a date'],
    ['2023/', '"" is not a date'],
    ['', '"" is not a date'],
  ])('refuses %s', (text, reason) => {
    expect(() => parsePeriod(text)).toThrow(PeriodError);
    expect(() => parsePeriod(text)).toThrow(reason);
  });
});
