/** A published cell: where, of whom, and the value. A dimension that it is not broken down by is null. */
export type PublishedCell = {
  readonly level: 'PROJECT' | 'DISTRICT' | 'CITY';
  readonly place: string;
  readonly sex: string | null;
  readonly ageBand: string | null;
  readonly category: string | null;
  readonly component: string | null;
  readonly value: number;
};

/** Where cities lie: the district of each. */
export type Geography = ReadonlyMap<string, string>;

/** That a cell is the sum of others. */
export type Sum = { readonly parent: number; readonly parts: readonly number[] };

/** Dimensions whose values add up to the whole. Components do not: a person may be supported by several. */
const ADDITIVE = ['sex', 'ageBand', 'category'] as const;

/** Tells cells apart. */
export function nameOf({ level, place, sex, ageBand, category, component }: Omit<PublishedCell, 'value'>) {
  return [level, level === 'PROJECT' ? '' : place, sex, ageBand, category, component].join('|');
}

/** Groups cells by the name of the cell that they are a part of. */
function partsOf(cells: readonly PublishedCell[], parentOf: (cell: PublishedCell) => PublishedCell | null) {
  const groups = new Map<string, number[]>();
  for (const [index, cell] of cells.entries()) {
    const parent = parentOf(cell);
    if (parent === null) continue;
    const group = groups.get(nameOf(parent));
    if (group) group.push(index);
    else groups.set(nameOf(parent), [index]);
  }
  return groups;
}

/** Every sum that holds between published cells: over each dimension, and over places. */
export function sumsBetween(cells: readonly PublishedCell[], geography: Geography): readonly Sum[] {
  const indexes = new Map(cells.map((cell, index) => [nameOf(cell), index]));
  const parents: ((cell: PublishedCell) => PublishedCell | null)[] = [
    ...ADDITIVE.map(
      (dimension) => (cell: PublishedCell) =>
        cell[dimension] === null ? null : { ...cell, [dimension]: null },
    ),
    (cell) =>
      cell.level === 'CITY'
        ? { ...cell, level: 'DISTRICT' as const, place: geography.get(cell.place) ?? '' }
        : null,
    (cell) => (cell.level === 'DISTRICT' ? { ...cell, level: 'PROJECT' as const, place: '' } : null),
  ];
  return parents.flatMap((parentOf) =>
    [...partsOf(cells, parentOf)].flatMap(([name, parts]) => {
      const parent = indexes.get(name);
      return parent === undefined ? [] : [{ parent, parts }];
    }),
  );
}
