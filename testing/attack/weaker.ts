import { createPerturbation, GENERAL_LAW } from '../../packages/schema/src/disclosure/perturbation-table.ts';
import { createRandom } from '../../packages/schema/src/synthetic/random.ts';
import { nameOf, type PublishedCell, type Sum } from './cells.ts';
import { adjust } from './least-squares.ts';
import type { Estimates } from './routes.ts';
import type { Truth } from './truth.ts';

/** What an attack on a weaker protection is given: the structure, and counts to protect weakly. */
export type Target = {
  readonly cells: readonly PublishedCell[];
  readonly sums: readonly Sum[];
  readonly truth: readonly Truth[];
};

const { threshold } = GENERAL_LAW;
const KEYS = 2 ** 48;

/** Small counts are left out, all others told as they are. Sums of the others tell them. */
export function attackSuppression({ sums, truth }: Target): Estimates {
  const isTold = truth.map(({ count }) => count === 0 || count >= threshold);
  const observed = truth.map(({ count }, index) => (isTold[index] ? count : threshold / 2));
  const variances = isTold.map((told) => (told ? 1e-4 : 2));
  return [...adjust(observed, variances, sums).values];
}

/**
 * Counts are rounded to fives, and anybody may ask for several cells together, as free filters allow. The cell with
 * another one less that other one, again and again, averages the rounding away.
 */
export function attackRounding({ cells, truth }: Target, questions = 100): Estimates {
  const random = createRandom(1);
  const round = (count: number) => Math.round(count / 5) * 5;
  const cities = cells.flatMap(({ level, place }, index) => (level === 'CITY' ? [{ place, index }] : []));
  return truth.map(({ count }, index) => {
    // Of other cities, where nobody of this cell is.
    const others = cities.filter(({ place }) => place !== cells[index]?.place);
    let sum = 0;
    for (let question = 0; question < questions; question += 1) {
      const other = truth[others[random.between(0, others.length - 1)]?.index ?? 0]?.count ?? 0;
      sum += round(count + other) - round(other);
    }
    return sum / questions;
  });
}

/** Noise is drawn anew for every question. Asking again averages it away. */
export function attackFreshNoise({ truth }: Target, questions = 100): Estimates {
  const random = createRandom(1);
  const perturb = createPerturbation(GENERAL_LAW);
  return truth.map(({ count }) => {
    let sum = 0;
    for (let question = 0; question < questions; question += 1) sum += perturb(count, random.unit() * KEYS);
    return sum / questions;
  });
}

/** The key of a cell can be worked out by whoever knows its name. Of its noise, then, little is left. */
export function attackWithoutSecret({ cells, sums, truth }: Target): Estimates {
  const perturb = createPerturbation(GENERAL_LAW);
  const keys = cells.map((cell) => {
    const seed = [...nameOf(cell)].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) >>> 0, 7);
    return createRandom(seed).unit() * KEYS;
  });
  const published = truth.map(({ count }, index) => perturb(count, keys[index] ?? 0));
  /** Counts that give what is published, as the key is known. */
  const possible = published.map((value, index) =>
    Array.from({ length: value + GENERAL_LAW.bound + 1 }, (_, count) => count).filter(
      (count) => perturb(count, keys[index] ?? 0) === value,
    ),
  );
  const middle = possible.map((counts) => ((counts[0] ?? 0) + (counts.at(-1) ?? 0)) / 2);
  const spread = possible.map((counts) => ((counts.at(-1) ?? 0) - (counts[0] ?? 0) + 0.1) ** 2 / 12);
  const { values } = adjust(middle, spread, sums);
  return possible.map((counts, index) => {
    const far = (count: number) => Math.abs(count - (values[index] ?? 0));
    return counts.reduce((best, count) => (far(count) < far(best) ? count : best), counts[0] ?? 0);
  });
}
