import { expect, it } from 'vitest';
import { AGE_BANDS, ageBandOf } from '../disclosure/age-band.ts';
import { faultOfPeriod, isProvisional, parseBreakdown } from './policy.ts';

it.each(['2025', '1999'])('takes the year %s', (period) => {
  expect(faultOfPeriod(period)).toBeNull();
});

it.each(['2025-01', '2025-01-31', '25', '2025/2026', '', '0025', ' 2025', '٢٠٢٥'])(
  'takes no %j',
  (period) => {
    expect(faultOfPeriod(period)).toContain('Expected a whole year');
  },
);

it('takes none, one or two dimensions', () => {
  expect(parseBreakdown([])).toEqual([]);
  expect(parseBreakdown(['COMPONENT', 'SEX'])).toEqual(['COMPONENT', 'SEX']);
  expect(() => parseBreakdown(['SEX', 'AGE_BAND', 'CATEGORY'])).toThrow('at most 2');
  expect(() => parseBreakdown(['SEX', 'SEX'])).toThrow('SEX twice');
});

it('calls counts provisional until the period is over', () => {
  expect(isProvisional('2025', new Date('2025-12-31T23:59:59Z'))).toBe(true);
  expect(isProvisional('2025', new Date('2026-01-01T00:00:00Z'))).toBe(false);
});

it.each([
  [2025, '0-17'],
  [2008, '0-17'],
  [2007, '18-29'],
  [1996, '18-29'],
  [1995, '30-44'],
  [1981, '30-44'],
  [1980, '45-64'],
  [1961, '45-64'],
  [1960, '65+'],
  [1900, '65+'],
])('puts whoever was born in %i into %s', (birthYear, band) => {
  expect(ageBandOf(birthYear, 2025)).toBe(band);
  expect(AGE_BANDS).toContain(band);
});
