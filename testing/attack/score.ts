import type { PublishedCell, Sum } from './cells.ts';
import { adjust } from './least-squares.ts';
import { lawOf } from './noise.ts';
import type { Posterior } from './posterior.ts';
import type { Estimates } from './routes.ts';
import type { Truth } from './truth.ts';

/** Which cells are small: somebody is in them, and fewer than may be told. */
export function smallCells(cells: readonly PublishedCell[], truth: readonly Truth[]): readonly number[] {
  return cells.flatMap((cell, index) => {
    const count = truth[index]?.count ?? 0;
    return count > 0 && count < lawOf(cell).law.threshold ? [index] : [];
  });
}

/** How many small cells are right by always guessing the most frequent of their counts, as a share. */
export function modeShare(truth: readonly Truth[], small: readonly number[]): number {
  const often = new Map<number, number>();
  for (const index of small) {
    const count = truth[index]?.count ?? 0;
    often.set(count, (often.get(count) ?? 0) + 1);
  }
  return Math.max(...often.values()) / small.length;
}

/** How many small cells an attack tells to the person, as a share. */
export function exactShare(estimates: Estimates, truth: readonly Truth[], small: readonly number[]): number {
  const exact = small.filter(
    (index) => Math.max(0, Math.round(estimates[index] ?? 0)) === truth[index]?.count,
  );
  return exact.length / small.length;
}

/** The highest probability that the attacker gives to what is true of a small cell. */
export function surest(
  posteriors: readonly Posterior[],
  truth: readonly Truth[],
  small: readonly number[],
): number {
  return Math.max(...small.map((index) => posteriors[index]?.[truth[index]?.count ?? 0] ?? 0));
}

/**
 * The least standard deviation that the best linear estimate leaves to a small cell, to an attacker who is told what
 * nobody is: which cells are empty, which hold the same people, and the exact variance of each one's noise.
 *
 * @param sightings - how often each cell was published with other noise
 */
export function leastDeviation(
  cells: readonly PublishedCell[],
  sums: readonly Sum[],
  truth: readonly Truth[],
  sightings: readonly number[] = cells.map(() => 1),
): number {
  const groups = new Map<string, number>();
  const groupOf = truth.map(({ count, people }) => {
    if (count === 0) return -1;
    const known = groups.get(people) ?? groups.size;
    groups.set(people, known);
    return known;
  });
  const variances = Array.from(groups, () => 0);
  for (const [index, cell] of cells.entries()) {
    const group = groupOf[index] ?? -1;
    if (group >= 0)
      variances[group] = lawOf(cell).variance(truth[index]?.count ?? 0) / (sightings[index] ?? 1);
  }
  const distinct = new Map<string, Sum>();
  for (const sum of sums) {
    const parent = groupOf[sum.parent] ?? -1;
    const parts = sum.parts.map((part) => groupOf[part] ?? -1).filter((part) => part >= 0);
    if (parent >= 0 && parts.length > 1) {
      distinct.set(`${parent}=${[...parts].sort().join('+')}`, { parent, parts });
    }
  }
  const adjusted = adjust(
    variances.map(() => 0),
    variances,
    [...distinct.values()],
  );
  return Math.sqrt(
    Math.min(...smallCells(cells, truth).map((index) => adjusted.variances[groupOf[index] ?? 0] ?? 0)),
  );
}

/** A table of what each attack recovered, for people to read. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
