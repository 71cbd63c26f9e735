import type { PublishedCell, Sum } from './cells.ts';
import { adjust } from './least-squares.ts';
import { lawOf, MOST } from './noise.ts';

/** What was published for a cell, and how many more people were in it then. */
export type Sighting = { readonly value: number; readonly more: number };

/** How probable each count from 0 up is to an attacker who has weighed everything. */
export type Posterior = Float64Array;

/** Which tables are alike: what a count in one of them is like tells what to expect in the others. */
function tableOf({ level, sex, ageBand, category, component }: PublishedCell): string {
  return [
    level,
    ageBand === '0-17',
    ...[sex, ageBand, category, component].map((value) => value !== null),
  ].join();
}

function normalize(weights: Float64Array): Float64Array {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return sum > 0 ? weights.map((weight) => weight / sum) : weights;
}

/** Counts spread as a gamma mixture of Poisson distributions: the usual shape of people over cells. */
function gammaPoisson(mean: number, shape: number): Float64Array {
  const share = mean / (mean + shape);
  const weights = new Float64Array(MOST + 1);
  let weight = (1 - share) ** shape;
  for (let count = 0; count <= MOST; count += 1) {
    weights[count] = weight;
    weight *= (share * (count + shape)) / (count + 1);
  }
  return normalize(weights);
}

const SHAPES: readonly Float64Array[] = [1, 2, 4, 8, 16, 32, 64].flatMap((mean) =>
  [0.4, 0.8, 1.6, 3.2].map((shape) => gammaPoisson(mean, shape)),
);

/** How often each count occurs in tables of a kind: the usual shape that what is published speaks most for. */
function learnPriors(cells: readonly PublishedCell[], evidence: readonly Float64Array[]) {
  const members = new Map<string, Float64Array[]>();
  for (const [index, cell] of cells.entries()) {
    const group = members.get(tableOf(cell)) ?? [];
    group.push(evidence[index] ?? new Float64Array(MOST + 1));
    members.set(tableOf(cell), group);
  }
  const support = (prior: Float64Array, group: readonly Float64Array[]) =>
    group.reduce((sum, each) => {
      const probability = prior.reduce((total, weight, count) => total + weight * (each[count] ?? 0), 0);
      return sum + Math.log(probability + 1e-12);
    }, 0);
  return new Map(
    [...members].map(([table, group]) => {
      const ranked = SHAPES.map((prior) => ({ prior, support: support(prior, group) }));
      return [table, ranked.reduce((best, next) => (next.support > best.support ? next : best)).prior];
    }),
  );
}

/**
 * Bayes' rule on everything that is published: what is seen of the cell itself under the noise's exact law, what all
 * other cells say of it by least squares, and how often each count occurs.
 *
 * @param sightings - what is seen of each cell, when several releases tell of it
 */
export function posteriors(
  cells: readonly PublishedCell[],
  sums: readonly Sum[],
  sightings: readonly (readonly Sighting[])[] = cells.map(({ value }) => [{ value, more: 0 }]),
): readonly Posterior[] {
  const { observed, variances } = meanOf(cells, sightings);
  const adjusted = adjust(observed, variances, sums);
  const evidence = cells.map((cell, index) => {
    const [own, all] = [variances[index] ?? 1, adjusted.variances[index] ?? 1];
    // Least squares without what the cell itself says, which its exact law weighs better.
    const precision = Math.max(1 / all - 1 / own, 1e-9);
    const mean = ((adjusted.values[index] ?? 0) / all - (observed[index] ?? 0) / own) / precision;
    return Float64Array.from({ length: MOST + 1 }, (_, count) => {
      const fromOthers = Math.exp((-precision * (count - mean) ** 2) / 2);
      return (sightings[index] ?? []).reduce(
        (weight, { value, more }) => weight * lawOf(cell).likelihood(value, count + more),
        fromOthers,
      );
    });
  });
  const priors = learnPriors(cells, evidence);
  return cells.map((cell, index) =>
    normalize(
      Float64Array.from(
        evidence[index] ?? [],
        (weight, count) => weight * (priors.get(tableOf(cell))?.[count] ?? 0),
      ),
    ),
  );
}

/** The mean of all sightings of each cell, with its variance. */
export function meanOf(cells: readonly PublishedCell[], sightings: readonly (readonly Sighting[])[]) {
  const observed = sightings.map(
    (seen) => seen.reduce((sum, { value, more }) => sum + value - more, 0) / seen.length,
  );
  const variances = cells.map((cell, index) => lawOf(cell).law.variance / (sightings[index]?.length ?? 1));
  return { observed, variances };
}

/** The count that is most probable. */
export function mostProbable(posterior: Posterior): number {
  return posterior.indexOf(Math.max(...posterior));
}

/** The most probable count, to whoever is told that it is small. */
export function mostProbableSmall(posterior: Posterior, threshold: number): number {
  return 1 + mostProbable(posterior.slice(1, threshold));
}
