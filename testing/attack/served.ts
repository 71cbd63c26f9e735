import { post } from '../gateway.ts';
import type { Geography, PublishedCell } from './cells.ts';

/** All that a release tells: every table of the closed list, read as anybody can. */
export type Served = { readonly cells: readonly PublishedCell[]; readonly geography: Geography };

const DIMENSIONS = ['SEX', 'AGE_BAND', 'CATEGORY', 'COMPONENT'] as const;
const TABLES: readonly (readonly string[])[] = [
  [],
  ...DIMENSIONS.map((dimension) => [dimension]),
  ...DIMENSIONS.flatMap((one, index) => DIMENSIONS.slice(index + 1).map((other) => [one, other])),
];

const QUERY = `query ($project: String!, $release: Int, $level: StatisticsLevel!, $by: [StatisticsDimension!]!) {
  statistics(project: $project, release: $release, level: $level, by: $by) {
    cells { place { code ... on City { district { code } } } sex ageBand category component value }
  }
}`;

type Cell = Omit<PublishedCell, 'level' | 'place'> & {
  readonly place: { readonly code: string; readonly district?: { readonly code: string } };
};

/** Reads every table of a release from a running gateway. */
export async function readServed(url: string, project: string, release: number): Promise<Served> {
  const cells: PublishedCell[] = [];
  const geography = new Map<string, string>();
  for (const level of ['PROJECT', 'DISTRICT', 'CITY'] as const) {
    for (const by of TABLES) {
      const { data, errors } = await post(url, { query: QUERY, variables: { project, release, level, by } });
      if (!data || errors) throw new Error(JSON.stringify(errors));
      const { cells: table } = data.statistics as { readonly cells: readonly Cell[] };
      for (const { place, ...cell } of table) {
        cells.push({ ...cell, level, place: place.code });
        if (place.district) geography.set(place.code, place.district.code);
      }
    }
  }
  return { cells, geography };
}
