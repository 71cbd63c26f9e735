import { describe, expect, it } from 'vitest';
import { KEY_RANGE } from './cell-key.ts';
import { CHILDREN_LAW, createPerturbation, GENERAL_LAW, noiseRow } from './perturbation-table.ts';

const counts = Array.from({ length: 60 }, (_, index) => index + 1);

/** Sums over all that may be published for a count. */
function expectation(count: number, law: typeof GENERAL_LAW, of: (value: number) => number): number {
  const { values, probabilities } = noiseRow(count, law);
  return values.reduce((sum, value, index) => sum + of(value) * (probabilities[index] ?? 0), 0);
}

describe.each([
  ['people of any age', GENERAL_LAW],
  ['children', CHILDREN_LAW],
])('the noise of cells of %s', (_who, law) => {
  it('keeps a true zero', () => {
    expect(noiseRow(0, law)).toEqual({ values: [0], probabilities: [1] });
  });

  it.each(counts)('is what it promises for the count %i', (count) => {
    const { values, probabilities } = noiseRow(count, law);
    expect(Math.min(...probabilities)).toBeGreaterThan(0);
    expect(expectation(count, law, () => 1)).toBeCloseTo(1, 12);
    expect(expectation(count, law, (value) => value)).toBeCloseTo(count, 8);
    const variance = expectation(count, law, (value) => (value - count) ** 2);
    if (count < law.threshold) expect(variance).toBeGreaterThan(count * (law.threshold - count));
    else expect(variance).toBeCloseTo(law.variance, 7);
    expect(values.filter((value) => value > 0 && value < law.threshold)).toEqual([]);
    expect(Math.max(...values.map((value) => Math.abs(value - count)))).toBeLessThanOrEqual(law.bound);
  });

  it('gives no value away that small counts alone have', () => {
    const small = counts.filter((count) => count < law.threshold);
    for (const value of small.flatMap((count) => noiseRow(count, law).values)) {
      if (value === 0) continue;
      const from = (count: number) => expectation(count, law, (each) => (each === value ? 1 : 0));
      const [fewest, most] = [Math.max(...small.map(from)), Math.max(...counts.map(from))];
      expect({
        value,
        isPlainlySmall: fewest > 4 * Math.max(...counts.slice(law.threshold - 1).map(from)),
      }).toEqual({
        value,
        isPlainlySmall: false,
      });
      expect(most).toBeLessThan(0.5);
    }
  });

  it('is looked up by key: rising, and as often as the table says', () => {
    const perturb = createPerturbation(law);
    const keys = Array.from({ length: 20_001 }, (_, index) => Math.floor((index * (KEY_RANGE - 1)) / 20_000));
    for (const count of [0, 1, law.threshold - 1, law.threshold, 17, 40, 1_000]) {
      const published = keys.map((key) => perturb(count, key));
      expect(published).toEqual([...published].sort((a, b) => a - b));
      const mean = published.reduce((sum, value) => sum + value, 0) / published.length;
      expect(Math.abs(mean - count)).toBeLessThan(0.01);
      expect(published.filter((value) => value > 0 && value < law.threshold)).toEqual([]);
    }
    expect(perturb(0, KEY_RANGE - 1)).toBe(0);
  });
});

it('refuses a key that is none', () => {
  expect(() => createPerturbation(GENERAL_LAW)(3, KEY_RANGE)).toThrow('There is no noise for the count 3');
});
