import { describe, expect, it } from 'vitest';
import { measurementKey } from './measurement-key.ts';

const entry = { indicator: 'jobs', kind: 'ACTUAL', period: '2023' };

describe('measurementKey', () => {
  it.each([
    [{}, 'p/jobs/actual/project/2023'],
    [
      { kind: 'TARGET', period: '../2025-04', place: { city: 'pirot' } },
      'p/jobs/target/city:pirot/..2025-04',
    ],
    [{ place: { district: 'raski' }, period: '2023/..' }, 'p/jobs/actual/district:raski/2023..'],
    [{ period: 'project-start/..' }, 'p/jobs/actual/project/project-start..'],
    [{ period: 'project-start/2024' }, 'p/jobs/actual/project/project-start..2024'],
    [{ period: '2023-01/2023-06' }, 'p/jobs/actual/project/2023-01..2023-06'],
    [{ disaggregation: {} }, 'p/jobs/actual/project/2023'],
    [{ disaggregation: { sex: 'FEMALE', age: '15-24' } }, 'p/jobs/actual/project/2023/age=15-24,sex=FEMALE'],
  ])('of %j is %s', (change, key) => {
    expect(measurementKey({ ...entry, ...change }, 'p')).toBe(key);
  });

  it('is the same for a period given as text, written twice or parsed', () => {
    const parsed = { start: '2023', end: '2023', sinceProjectStart: false };
    const keys = ['2023', '2023/2023', parsed].map((period) => measurementKey({ ...entry, period }, 'p'));
    expect(new Set(keys)).toEqual(new Set(['p/jobs/actual/project/2023']));
  });

  it('tells apart whatever is measured apart', () => {
    const places = [undefined, { city: 'raska' }, { district: 'raska' }];
    const periods = ['2023', '2023/..', '../2023', 'project-start/2023', 'project-start/..', '2023/2024'];
    const disaggregations: (Record<string, string> | undefined)[] = [
      undefined,
      { sex: 'F' },
      { sex: 'F', age: '15' },
    ];
    const keys = places.flatMap((place) =>
      periods.flatMap((period) =>
        disaggregations.map((disaggregation) =>
          measurementKey({ ...entry, place, period, disaggregation }, 'p'),
        ),
      ),
    );
    expect(new Set(keys).size).toBe(places.length * periods.length * disaggregations.length);
  });
});
