import type { Kysely, Selectable } from 'kysely';
import { prepare } from '../database/prepare.ts';
import type { Reader } from '../database/reader.ts';
import { DIMENSIONS, type Dimension, type Level } from '../disclosure/dimension.ts';
import type { DB, StatisticsCell, StatisticsRelease } from '../generated/kysely.ts';
import type { CityRow, DistrictRow } from '../place/store.ts';
import type { ProjectRow } from '../project/store.ts';

/** A release as it is kept. */
export type ReleaseRow = Selectable<StatisticsRelease>;

/** A protected value together with the place that it is for. */
export type CellRow = Pick<
  Selectable<StatisticsCell>,
  'sex' | 'ageBand' | 'category' | 'componentCode' | 'value'
> & {
  /** Projects have a status of their own. */
  readonly cellStatus: Selectable<StatisticsCell>['status'];
} & (ProjectRow | DistrictRow | CityRow);

/** The column of each dimension. */
const COLUMNS = {
  SEX: 'sex',
  AGE_BAND: 'ageBand',
  CATEGORY: 'category',
  COMPONENT: 'componentCode',
} as const satisfies Record<Dimension, keyof StatisticsCell>;

const selectReleases = (db: Kysely<DB>, project: string) =>
  db
    .selectFrom('statisticsRelease')
    .innerJoin('project', 'project.id', 'statisticsRelease.projectId')
    .where('project.code', '=', project)
    .orderBy('statisticsRelease.number', 'desc')
    .selectAll('statisticsRelease');

const readReleases = prepare((db, { project }: { project: string }) => selectReleases(db, project));
const readRelease = prepare((db, { project, number }: { project: string; number: number | null }) =>
  selectReleases(db, project)
    .$if(number !== null, (query) => query.where('statisticsRelease.number', '=', number as number))
    .limit(1),
);

/** The releases of the project with this code, the newest first. */
export function listReleases(reader: Reader, project: string): Promise<readonly ReleaseRow[]> {
  return readReleases(reader, { project });
}

/** The project's release with this number, or its newest; undefined when there is none. */
export async function findRelease(
  reader: Reader,
  project: string,
  number: number | null,
): Promise<ReleaseRow | undefined> {
  return (await readRelease(reader, { project, number }))[0];
}

/** Which table of which release: whether it is broken down by each dimension. */
type TableOf = { readonly releaseId: number } & Readonly<Record<Dimension, boolean>>;

const selectCells = (db: Kysely<DB>, level: Level, { releaseId, ...isBy }: TableOf) =>
  DIMENSIONS.reduce(
    (query, dimension) => query.where(`cell.${COLUMNS[dimension]}`, isBy[dimension] ? 'is not' : 'is', null),
    db
      .selectFrom('statisticsCell as cell')
      .where('cell.releaseId', '=', releaseId)
      .where('cell.level', '=', level)
      .select([
        'cell.sex',
        'cell.ageBand',
        'cell.category',
        'cell.componentCode',
        'cell.value',
        'cell.status as cellStatus',
      ])
      .orderBy('cell.id'),
  );

const readers = {
  CITY: prepare((db, table: TableOf) =>
    selectCells(db, 'CITY', table).innerJoin('city', 'city.id', 'cell.cityId').selectAll('city'),
  ),
  DISTRICT: prepare((db, table: TableOf) =>
    selectCells(db, 'DISTRICT', table)
      .innerJoin('district', 'district.id', 'cell.districtId')
      .selectAll('district'),
  ),
  PROJECT: prepare((db, table: TableOf) =>
    selectCells(db, 'PROJECT', table)
      .innerJoin('statisticsRelease', 'statisticsRelease.id', 'cell.releaseId')
      .innerJoin('project', 'project.id', 'statisticsRelease.projectId')
      .selectAll('project'),
  ),
};

/** One table of a release, in the order in which it was frozen: by place, then by the values of the dimensions. */
export function readTable(
  reader: Reader,
  releaseId: number,
  level: Level,
  by: readonly Dimension[],
): Promise<readonly CellRow[]> {
  const isBy = Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, by.includes(dimension)]));
  return readers[level](reader, { releaseId, ...isBy } as TableOf);
}
