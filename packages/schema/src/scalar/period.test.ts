import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PartialDateError } from './partial-date.ts';
import { contains, isOpen, overlaps, type PeriodValue, periodLabel } from './period.ts';

/** `2023/2025`, `2023/..`, `../2025-04`; "project" for a beginning with the project. */
function period(text: string): PeriodValue {
  const [start = '', end = start] = text.split('/');
  const sinceProjectStart = start === 'project';
  return {
    start: sinceProjectStart || start === '..' ? null : start,
    end: end === '..' ? null : end,
    sinceProjectStart,
  };
}

const year = fc.integer({ min: 2020, max: 2027 }).map(String);
const month = fc.integer({ min: 1, max: 12 }).map((value) => String(value).padStart(2, '0'));
const date = fc.oneof(
  year,
  fc.tuple(year, month).map(([y, m]) => `${y}-${m}`),
);
const anyPeriod = fc
  .tuple(fc.option(date), fc.option(date), fc.boolean())
  .map(([a, b, sinceProjectStart]): PeriodValue => {
    const isReversed = a !== null && b !== null && a.slice(0, 4) >= b.slice(0, 4);
    const [start, end] = isReversed ? [b.slice(0, 4), a.slice(0, 4)] : [a, b];
    return { start, end, sinceProjectStart: sinceProjectStart && start === null };
  });

describe('isOpen', () => {
  it.each([
    ['2023', false],
    ['2023/2025-04', false],
    ['2023/..', true],
    ['../2025-04', true],
    ['../..', true],
    ['project/2023', true],
  ])('%s: %s', (text, expected) => {
    expect(isOpen(period(text))).toBe(expected);
  });
});

describe('contains', () => {
  it.each([
    ['2023', '2023', true],
    ['2023', '2023-01/2023-12-31', true],
    ['2023', '2023-12/2024-01', false],
    ['2023', '2022-12-31/2023', false],
    ['2023', '2023/..', false],
    ['2023', '../2023', false],
    ['2023', 'project/2023', false],
    ['2023/..', '2023/..', true],
    ['2023/..', '2025-04', true],
    ['2023/..', '2022/..', false],
    ['2023/..', 'project/..', false],
    ['../2025-04', '2025-04-30', true],
    ['../2025-04', '2025', false],
    ['../2025-04', '../2024', true],
    ['../2025', 'project/2023', true],
    ['../..', '../..', true],
    ['../..', 'project/..', true],
    ['project/..', 'project/2023', true],
    ['project/..', '2023', false],
    ['project/..', '../2023', false],
  ])('%s contains %s: %s', (outer, inner, expected) => {
    expect(contains(period(outer), period(inner))).toBe(expected);
  });

  it('compares known days of two periods that begin with their project', () => {
    const from2023: PeriodValue = { start: '2023', end: null, sinceProjectStart: true };
    expect(contains(from2023, { ...from2023, start: null })).toBe(true);
    expect(contains(from2023, { ...from2023, start: '2022' })).toBe(false);
  });

  it('is reflexive and transitive, and what is contained overlaps', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, anyPeriod, (a, b, c) => {
        expect(contains(a, a)).toBe(true);
        if (contains(a, b) && contains(b, c)) expect(contains(a, c)).toBe(true);
        if (contains(a, b)) expect(overlaps(a, b)).toBe(true);
      }),
    );
  });
});

describe('overlaps', () => {
  it.each([
    ['2023', '2023-12-31/..', true],
    ['2023', '2024/..', false],
    ['../2023', '2024', false],
    ['../2023', '2023-12', true],
    ['2023/..', '../2023', true],
    ['project/..', '2023', true],
    ['project/2022', '2023', false],
    ['../..', '2023', true],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(overlaps(period(a), period(b))).toBe(expected);
    expect(overlaps(period(b), period(a))).toBe(expected);
  });
});

describe('periodLabel', () => {
  it.each([
    ['2023', '2023', '2023.', '2023.'],
    ['2025-04', 'April 2025', 'april 2025.', 'април 2025.'],
    ['2025-04-30', '30 April 2025', '30. april 2025.', '30. април 2025.'],
    ['2023/..', 'since 2023', 'od 2023.', 'од 2023.'],
    ['2023-01/..', 'since January 2023', 'od januara 2023.', 'од јануара 2023.'],
    ['2025-04-01/..', 'since 1 April 2025', 'od 1. aprila 2025.', 'од 1. априла 2025.'],
    ['../2025-04', 'until April 2025', 'do aprila 2025.', 'до априла 2025.'],
    ['../2025-04-30', 'until 30 April 2025', 'do 30. aprila 2025.', 'до 30. априла 2025.'],
    [
      '2023-01/2023-03',
      'January 2023 – March 2023',
      'januar 2023. – mart 2023.',
      'јануар 2023. – март 2023.',
    ],
    ['2023/2025-04', '2023 – April 2025', '2023. – april 2025.', '2023. – април 2025.'],
    ['project/..', 'since the start of the project', 'od početka projekta', 'од почетка пројекта'],
    [
      'project/2025-04',
      'from the start of the project until April 2025',
      'od početka projekta do aprila 2025.',
      'од почетка пројекта до априла 2025.',
    ],
    ['../..', 'period not stated', 'period nije naveden', 'период није наведен'],
  ])('%s reads %s, %s, %s', (text, en, latin, cyrillic) => {
    expect(periodLabel(period(text), 'EN')).toBe(en);
    expect(periodLabel(period(text), 'SR_LATN')).toBe(latin);
    expect(periodLabel(period(text), 'SR_CYRL')).toBe(cyrillic);
  });

  it('puts every month into the genitive after a preposition', () => {
    const months = Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}`);
    expect(months.map((text) => periodLabel(period(`../${text}`), 'SR_LATN').split(' ')[1])).toEqual([
      ...['januara', 'februara', 'marta', 'aprila', 'maja', 'juna'],
      ...['jula', 'avgusta', 'septembra', 'oktobra', 'novembra', 'decembra'],
    ]);
  });

  it('refuses what is no date', () => {
    expect(() => periodLabel(period('../2025-04-31'), 'EN')).toThrow(PartialDateError);
  });
});
