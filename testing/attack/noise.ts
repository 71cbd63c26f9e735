import {
  CHILDREN_LAW,
  GENERAL_LAW,
  type NoiseLaw,
  noiseRow,
} from '../../packages/schema/src/disclosure/perturbation-table.ts';
import type { PublishedCell } from './cells.ts';

/** The largest count that attackers reckon with one by one. */
export const MOST = 60;

/** What the attacker is told of the noise: how probable each published value is for each count. */
export type KnownLaw = {
  readonly law: NoiseLaw;
  likelihood(value: number, count: number): number;
  variance(count: number): number;
};

function know(law: NoiseLaw): KnownLaw {
  const rows = Array.from({ length: MOST + 1 }, (_, count) => {
    const { values, probabilities } = noiseRow(count, law);
    const byValue = new Map(values.map((value, index) => [value, probabilities[index] ?? 0]));
    const variance = values.reduce(
      (sum, value, index) => sum + (value - count) ** 2 * (probabilities[index] ?? 0),
      0,
    );
    return { byValue, variance };
  });
  return {
    law,
    likelihood: (value, count) => rows[count]?.byValue.get(value) ?? 0,
    variance: (count) => rows[count]?.variance ?? law.variance,
  };
}

const general = know(GENERAL_LAW);
const children = know(CHILDREN_LAW);

/** The law of a cell, which is public. */
export function lawOf({ ageBand }: Pick<PublishedCell, 'ageBand'>): KnownLaw {
  return ageBand === '0-17' ? children : general;
}
