import { KEY_RANGE } from './cell-key.ts';
import { maximumEntropy } from './maximum-entropy.ts';

/** What the noise of a kind of cell is like. */
export type NoiseLaw = {
  /** Counts from 1 to threshold − 1 are never published. */
  readonly threshold: number;
  /** Of the noise of every count from the threshold up. */
  readonly variance: number;
  /** A published value is never farther than this from the count. */
  readonly bound: number;
  /**
   * The highest value that is published for a count below the threshold. A value that only such a count can reach
   * would tell it; up to here, counts from the threshold up give the same values as easily.
   */
  readonly reach: number;
};

/** What may be published for one true count: values in rising order, each with its probability. */
export type NoiseRow = { readonly values: readonly number[]; readonly probabilities: readonly number[] };

/** Values with the keys below which each is published. */
type LookUpRow = { readonly values: readonly number[]; readonly below: readonly number[] };

/** The law of cells of people of any age. */
export const GENERAL_LAW: NoiseLaw = { threshold: 5, variance: 9, bound: 10, reach: 10 };

/** The law of cells that hold children only. */
export const CHILDREN_LAW: NoiseLaw = { threshold: 10, variance: 9, bound: 14, reach: 15 };

/** What may be published: nothing from 1 to threshold − 1, and nothing farther than the bound. */
function supportOf(count: number, { threshold, bound, reach }: NoiseLaw): readonly number[] {
  const lowest = Math.max(threshold, count - bound);
  const highest = count < threshold ? Math.min(reach, count + bound) : count + bound;
  const values = Array.from({ length: highest - lowest + 1 }, (_, index) => lowest + index);
  return count <= bound ? [0, ...values] : values;
}

/**
 * The probabilities of what is published for a count. The mean is the count. Below the threshold the variance is what
 * the greatest entropy gives: to hit the mean on 0 and the values from the threshold up needs more than elsewhere.
 */
export function noiseRow(count: number, law: NoiseLaw): NoiseRow {
  if (count === 0) return { values: [0], probabilities: [1] };
  const values = supportOf(count, law);
  const variance = count < law.threshold ? null : law.variance;
  return { values, probabilities: maximumEntropy({ support: values, mean: count, variance }) };
}

/** From this count on, all rows are the same but for their place. */
function firstRegularCount({ threshold, bound }: NoiseLaw): number {
  return Math.max(threshold, 1) + bound;
}

function lookUpRow({ values, probabilities }: NoiseRow): LookUpRow {
  let sum = 0;
  const below = probabilities.map((probability) => {
    sum += probability;
    return Math.round(sum * KEY_RANGE);
  });
  below[below.length - 1] = KEY_RANGE;
  return { values, below };
}

/** Publishes a value for a count by the cell's key; the same pair always gives the same. */
export type Perturb = (count: number, key: number) => number;

/** Solves the rows of a law once, and looks up in them. Higher keys give higher values. */
export function createPerturbation(law: NoiseLaw): Perturb {
  const regular = firstRegularCount(law);
  const rows = Array.from({ length: regular + 1 }, (_, count) => lookUpRow(noiseRow(count, law)));
  return (count, key) => {
    const row = rows[Math.min(count, regular)];
    const index = row?.below.findIndex((limit) => key < limit) ?? -1;
    const value = row?.values[index];
    if (value === undefined) throw new Error(`There is no noise for the count ${count} and the key ${key}.`);
    return value + Math.max(count - regular, 0);
  };
}
