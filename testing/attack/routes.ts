import type { Sum } from './cells.ts';

/** What an attacker takes each cell for. */
export type Estimates = readonly number[];

/** Mean of some numbers, each with a weight. */
function weightedMean(terms: readonly (readonly [value: number, weight: number])[]): number {
  const weight = terms.reduce((sum, [, share]) => sum + share, 0);
  return terms.reduce((sum, [value, share]) => sum + value * share, 0) / weight;
}

function total(values: readonly number[], indexes: readonly number[]): number {
  return indexes.reduce((sum, index) => sum + (values[index] ?? 0), 0);
}

/** Each cell by one route: the parent less the siblings. A cell that is a part of nothing keeps its value. */
export function differencing(values: readonly number[], sums: readonly Sum[]): Estimates {
  const estimates = [...values];
  for (const { parent, parts } of sums) {
    for (const part of parts)
      estimates[part] = total(values, [parent]) - total(values, parts) + total(values, [part]);
  }
  return estimates;
}

/**
 * Each cell by a tracker: both parents less the whole, plus what lies in neither. It needs four routes that no
 * single question offers, and undoes suppression.
 */
export function tracker(values: readonly number[], sums: readonly Sum[]): Estimates {
  const parentsOf = new Map<number, Sum[]>();
  for (const sum of sums) {
    for (const part of sum.parts) parentsOf.set(part, [...(parentsOf.get(part) ?? []), sum]);
  }
  const indirect = (index: number, without: Sum): number => {
    const route = (parentsOf.get(index) ?? []).find((sum) => sum !== without);
    if (!route) return values[index] ?? 0;
    return total(values, [route.parent]) - total(values, route.parts) + total(values, [index]);
  };
  return values.map((own, index) => {
    const [first] = parentsOf.get(index) ?? [];
    if (!first) return own;
    return first.parts
      .filter((part) => part !== index)
      .reduce((left, part) => left - indirect(part, first), indirect(first.parent, first));
  });
}

/** Each cell by the mean of every route that can be expressed, the shorter ones weighing more. */
export function averaging(values: readonly number[], sums: readonly Sum[]): Estimates {
  const routes: [value: number, weight: number][][] = values.map((value) => [[value, 1]]);
  for (const { parent, parts } of sums) {
    routes[parent]?.push([total(values, parts), 1 / parts.length]);
    for (const part of parts) {
      const left = total(values, [parent]) - total(values, parts) + total(values, [part]);
      routes[part]?.push([left, 1 / parts.length]);
    }
  }
  return routes.map(weightedMean);
}
