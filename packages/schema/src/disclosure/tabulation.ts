import { addKeys } from './cell-key.ts';
import { BREAKDOWNS, DIMENSION_VALUES, DIMENSIONS, type Dimension, type Level } from './dimension.ts';

/** Where and by which components a project works: what its tables are made of, whoever is counted. */
export type Scope = {
  readonly districtIds: readonly number[];
  readonly cities: readonly { readonly id: number; readonly districtId: number }[];
  readonly components: readonly string[];
};

/** What is counted of a person. What is not known is null, and stands in no breakdown. */
export type CountedPerson = {
  readonly key: number;
  readonly cityId: number;
  readonly districtId: number;
  readonly sex: string | null;
  readonly ageBand: string | null;
  readonly category: string;
  readonly components: readonly string[];
};

/** Which people a cell holds. A dimension that it is not broken down by is null. */
export type CellName = {
  readonly level: Level;
  readonly districtId: number | null;
  readonly cityId: number | null;
} & Readonly<Record<Dimension, string | null>>;

/** A cell with what must not be published: the count, and the sum of its people's keys. */
export type RawCell = { readonly name: CellName; readonly count: number; readonly keySum: number };

/** Counts people into every cell of a project's tables at once. */
export type Tabulation = { add(person: CountedPerson): void; cells(): Iterable<RawCell> };

type Table = {
  readonly dimensions: readonly Dimension[];
  /** The index of its first cell among those of a place, and of the first value's step. */
  readonly offset: number;
  readonly steps: readonly number[];
};

/** Every place with its index: the whole project, then districts, then cities. */
function placesOf({ districtIds, cities }: Scope) {
  const names: Pick<CellName, 'level' | 'districtId' | 'cityId'>[] = [
    { level: 'PROJECT', districtId: null, cityId: null },
    ...districtIds.map((districtId) => ({ level: 'DISTRICT' as const, districtId, cityId: null })),
    ...cities.map(({ id }) => ({ level: 'CITY' as const, districtId: null, cityId: id })),
  ];
  const districts = new Map(districtIds.map((id, index) => [id, 1 + index]));
  const byCity = new Map(cities.map(({ id }, index) => [id, 1 + districtIds.length + index]));
  return { names, districts, byCity };
}

/** Every table with where its cells lie, and how many cells a place has. */
function tablesOf(values: Readonly<Record<Dimension, readonly string[]>>): {
  tables: Table[];
  width: number;
} {
  const tables: Table[] = [];
  let width = 0;
  for (const dimensions of BREAKDOWNS) {
    const sizes = dimensions.map((dimension) => values[dimension].length);
    const steps = sizes.map((_size, index) =>
      sizes.slice(index + 1).reduce((product, size) => product * size, 1),
    );
    tables.push({ dimensions, offset: width, steps });
    width += sizes.reduce((product, size) => product * size, 1);
  }
  return { tables, width };
}

/** Begins to count. All cells of the scope are there from the beginning, so that the absence of one says nothing. */
export function createTabulation(scope: Scope): Tabulation {
  const values: Readonly<Record<Dimension, readonly string[]>> = {
    ...DIMENSION_VALUES,
    COMPONENT: scope.components,
  };
  const places = placesOf(scope);
  const { tables, width } = tablesOf(values);
  const counts = new Int32Array(places.names.length * width);
  const sums = new Float64Array(counts.length);

  function indexesOf(person: CountedPerson): number[] {
    const own: Readonly<Record<Dimension, readonly number[]>> = {
      SEX: positions(values.SEX, [person.sex]),
      AGE_BAND: positions(values.AGE_BAND, [person.ageBand]),
      CATEGORY: positions(values.CATEGORY, [person.category]),
      COMPONENT: positions(values.COMPONENT, person.components),
    };
    return tables.flatMap(({ dimensions, offset, steps }) =>
      dimensions.reduce<number[]>(
        (bases, dimension, index) =>
          bases.flatMap((base) => own[dimension].map((position) => base + position * (steps[index] ?? 1))),
        [offset],
      ),
    );
  }

  return {
    add(person) {
      const within = indexesOf(person);
      for (const place of [0, places.districts.get(person.districtId), places.byCity.get(person.cityId)]) {
        // Whoever lives outside the project's places counts for the whole of it alone.
        if (place === undefined) continue;
        for (const index of within) {
          const cell = place * width + index;
          counts[cell] = (counts[cell] ?? 0) + 1;
          sums[cell] = addKeys(sums[cell] ?? 0, person.key);
        }
      }
    },
    *cells() {
      for (const [place, name] of places.names.entries()) {
        for (const { dimensions, offset, steps } of tables) {
          for (const [index, combination] of combinations(dimensions, values).entries()) {
            const cell = place * width + offset + index * (steps.at(-1) ?? 1);
            yield { name: { ...name, ...combination }, count: counts[cell] ?? 0, keySum: sums[cell] ?? 0 };
          }
        }
      }
    },
  };
}

function positions(all: readonly string[], some: readonly (string | null)[]): number[] {
  return some.flatMap((value) => {
    const position = value === null ? -1 : all.indexOf(value);
    return position < 0 ? [] : [position];
  });
}

type Combination = Readonly<Record<Dimension, string | null>>;

/** Every combination of values of some dimensions, in a fixed order. */
function combinations(
  dimensions: readonly Dimension[],
  values: Readonly<Record<Dimension, readonly string[]>>,
): readonly Combination[] {
  const nothing = Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, null])) as Combination;
  return dimensions.reduce<readonly Combination[]>(
    (all, dimension) =>
      all.flatMap((one) => values[dimension].map((value) => ({ ...one, [dimension]: value }))),
    [nothing],
  );
}
