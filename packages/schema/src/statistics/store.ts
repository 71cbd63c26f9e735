import type { Selectable } from 'kysely';
import type { Reader } from '../database/reader.ts';
import { DIMENSIONS, type Dimension, type Level } from '../disclosure/dimension.ts';
import type { StatisticsCell, StatisticsRelease } from '../generated/kysely.ts';
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

/** The releases of the project with this code, the newest first. */
export function listReleases(reader: Reader, project: string): Promise<readonly ReleaseRow[]> {
  return selectReleases(reader, project).selectAll('statisticsRelease').execute();
}

function selectReleases(reader: Reader, project: string) {
  return reader
    .selectFrom('statisticsRelease')
    .innerJoin('project', 'project.id', 'statisticsRelease.projectId')
    .where('project.code', '=', project)
    .orderBy('statisticsRelease.number', 'desc');
}

/** The project's release with this number, or its newest; undefined when there is none. */
export function findRelease(
  reader: Reader,
  project: string,
  number: number | null,
): Promise<ReleaseRow | undefined> {
  return selectReleases(reader, project)
    .selectAll('statisticsRelease')
    .$if(number !== null, (query) => query.where('statisticsRelease.number', '=', number ?? 0))
    .limit(1)
    .executeTakeFirst();
}

/** One table of a release, in the order in which it was frozen: by place, then by the values of the dimensions. */
export function readTable(
  reader: Reader,
  releaseId: number,
  level: Level,
  by: readonly Dimension[],
): Promise<readonly CellRow[]> {
  const cells = DIMENSIONS.reduce(
    (query, dimension) =>
      query.where(`cell.${COLUMNS[dimension]}`, by.includes(dimension) ? 'is not' : 'is', null),
    reader
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
  switch (level) {
    case 'CITY':
      return cells.innerJoin('city', 'city.id', 'cell.cityId').selectAll('city').execute();
    case 'DISTRICT':
      return cells.innerJoin('district', 'district.id', 'cell.districtId').selectAll('district').execute();
    case 'PROJECT':
      return cells
        .innerJoin('statisticsRelease', 'statisticsRelease.id', 'cell.releaseId')
        .innerJoin('project', 'project.id', 'statisticsRelease.projectId')
        .selectAll('project')
        .execute();
  }
}
