import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Qualifier } from '../generated/kysely.ts';
import { addParts, chooseTarget, progressOf, qualifierOfSum } from './policy.ts';

function stated(start: string | null, end: string | null, value = '1') {
  return {
    value,
    qualifier: 'EXACT' as Qualifier,
    period: { start, end, sinceProjectStart: false },
    disaggregation: {},
  };
}

describe('the target of a figure', () => {
  const whole = stated('2010', '2024-01');
  const tight = stated('2023', '2024-12');
  const part = stated('2023-06', '2023-06');
  const open = stated(null, '2025-04');

  it.each([
    ['is that of the same period', stated('2023', '2023'), [tight, stated('2023', '2023', '9'), whole], 1],
    ['else the shortest around it', stated('2023', '2023'), [whole, tight], 1],
    ['also beside one that is open', stated('2023', '2023'), [open, tight], 1],
    ['which may be open where it is the only one', stated('2023', '2023'), [open], 0],
    ['is never one for a part of its period', stated('2023', '2023'), [part], null],
    ['nor one for another time', stated('2022', '2022'), [tight], null],
    [
      'is the one it comes to first while it is still counted on',
      stated('2023', null),
      [stated('2023', '2026'), open],
      1,
    ],
  ])('%s', (_promise, figure, targets, index) => {
    const chosen = chooseTarget(figure, targets);
    expect(chosen).toBe(index === null ? null : targets[index]);
  });
});

describe('progress', () => {
  it.each([
    ['22', '40', null, 'MORE_IS_BETTER', '0.55'],
    ['60', '40', null, 'MORE_IS_BETTER', '1.5'],
    ['30', '50', '10', 'MORE_IS_BETTER', '0.5'],
    ['6', '2', '10', 'LESS_IS_BETTER', '0.5'],
    ['6', '2', null, 'LESS_IS_BETTER', null],
    ['5', '0', null, 'MORE_IS_BETTER', null],
    ['5', '7', '7', 'MORE_IS_BETTER', null],
  ] as const)('of %s towards %s from %s, where %s, is %s', (value, target, baseline, direction, share) => {
    expect(progressOf(value, target, baseline, direction)).toBe(share);
  });
});

describe('a sum', () => {
  const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 20 });

  it('is exact, whatever the order of its parts', () => {
    fc.assert(
      fc.property(values, (numbers) => {
        const parts = numbers.map((value) => stated('2023', '2023', String(value)));
        const sum = String(numbers.reduce((a, b) => a + b, 0) + 0);
        expect(addParts('x', ['PLACE'], 'PLACE', parts)).toEqual({ sum, qualifier: 'EXACT' });
        expect(addParts('x', ['PLACE'], 'PLACE', [...parts].reverse())).toEqual({ sum, qualifier: 'EXACT' });
      }),
    );
  });

  it('over places is refused across different periods, and over periods that overlap', () => {
    const parts = [stated('2023', '2023'), stated('2023-05', '2023-05')];
    expect(addParts('x', ['PLACE'], 'PLACE', parts)).toHaveProperty('refusal');
    expect(addParts('x', ['PERIOD'], 'PERIOD', parts)).toHaveProperty('refusal');
  });

  it('over categories is refused across different dimensions', () => {
    const of = (disaggregation: Record<string, string>) => ({ ...stated('2023', '2023'), disaggregation });
    const bySex = [of({ sex: 'FEMALE' }), of({ sex: 'MALE' })];
    expect(addParts('x', ['DISAGGREGATION'], 'DISAGGREGATION', bySex)).toMatchObject({ sum: '2' });
    expect(
      addParts('x', ['DISAGGREGATION'], 'DISAGGREGATION', [...bySex, of({ age: '15-24' })]),
    ).toMatchObject({ refusal: expect.stringContaining('broken down by age and by sex') });
  });

  it('is as inexact as its least exact part', () => {
    expect(qualifierOfSum(['EXACT', 'EXACT'])).toBe('EXACT');
    expect(qualifierOfSum(['EXACT', 'AT_LEAST'])).toBe('AT_LEAST');
    expect(qualifierOfSum(['AT_LEAST', 'MORE_THAN'])).toBe('MORE_THAN');
    expect(qualifierOfSum(['MORE_THAN', 'ABOUT'])).toBe('ABOUT');
  });
});
