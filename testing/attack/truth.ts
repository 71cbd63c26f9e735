import type { Pool } from 'pg';
import { nameOf, type PublishedCell } from './cells.ts';
import { lawOf } from './noise.ts';

/** What is true of a cell: how many people, and a mark that only the very same people have. */
export type Truth = { readonly count: number; readonly people: string };

type Row = Omit<PublishedCell, 'level' | 'value'> & {
  readonly city: string;
  readonly district: string;
  readonly mark: string;
};

// By hand and apart from what is tested: who counts in 2025, with each component once.
const PEOPLE = `
  SELECT city.code AS city, district.code AS district, sex::text AS sex, category::text AS category, component,
         CASE WHEN 2025 - birth_year < 18 THEN '0-17' WHEN 2025 - birth_year < 30 THEN '18-29'
              WHEN 2025 - birth_year < 45 THEN '30-44' WHEN 2025 - birth_year < 65 THEN '45-64' ELSE '65+' END AS "ageBand",
         beneficiary.id::text AS mark
  FROM beneficiary JOIN project ON project.id = project_id JOIN city ON city.id = city_id
  JOIN district ON district.id = city.district_id
  CROSS JOIN LATERAL (
    SELECT NULL AS component UNION SELECT component_code::text FROM support WHERE beneficiary_id = beneficiary.id
  ) AS received
  WHERE project.code = 'synthetic' ORDER BY beneficiary.id`;

/** What is true of every published cell. To score attacks by, and for nothing else. */
export async function readTruth(pool: Pool, cells: readonly PublishedCell[]): Promise<readonly Truth[]> {
  const { rows } = await pool.query<Row>(PEOPLE);
  const found = new Map<string, { count: number; people: string[] }>();
  for (const { city, district, mark, ...person } of rows) {
    for (const [level, place] of [
      ['CITY', city],
      ['DISTRICT', district],
      ['PROJECT', ''],
    ] as const) {
      for (const traits of subsetsOf(person)) {
        const name = nameOf({ level, place, ...traits });
        const cell = found.get(name) ?? { count: 0, people: [] };
        cell.count += 1;
        cell.people.push(mark);
        found.set(name, cell);
      }
    }
  }
  return cells.map((cell) => {
    const { count, people } = found.get(nameOf(cell)) ?? { count: 0, people: [] };
    // Cells of children have noise of their own.
    return { count, people: `${lawOf(cell).law.threshold}:${people.join()}` };
  });
}

type Traits = Pick<PublishedCell, 'sex' | 'ageBand' | 'category' | 'component'>;

/** Every table that a person counts in: none, one or two of the traits. One row has the component, another none. */
function subsetsOf({ sex, ageBand, category, component }: Traits): readonly Traits[] {
  const none: Traits = { sex: null, ageBand: null, category: null, component };
  const single: readonly Traits[] = [
    { ...none, sex },
    { ...none, ageBand },
    { ...none, category },
  ];
  if (component !== null) return [none, ...single];
  return [
    none,
    ...single,
    { ...none, sex, ageBand },
    { ...none, sex, category },
    { ...none, ageBand, category },
  ];
}
