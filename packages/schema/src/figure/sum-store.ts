import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { prepare } from '../database/prepare.ts';
import { badUserInput } from '../error.ts';
import type { AdditiveDimension } from '../indicator/additivity.ts';
import { defineListLoader, groupBy, readGroups, refuseLonger } from '../loader.ts';
import {
  type AsOf,
  asOfEdition,
  type MeasurementRow,
  publishedMeasurements,
  selectMeasurement,
  withEdition,
} from '../measurement/store.ts';
import { editionOf } from '../publication/store.ts';

/** Most values that one sum is made of. */
const MAX_PARTS = 10_000;

/** One indicator of one project, as of an instant; null is now. */
type Series = { readonly projectId: number; readonly indicatorId: number; readonly asOf: Date | null };

function seriesKey(
  { projectId, indicatorId }: Pick<Series, 'projectId' | 'indicatorId'>,
  asOf: Date | null,
): string {
  return [projectId, indicatorId, asOf?.toISOString()].join('/');
}

function tooMany() {
  return badUserInput(
    `The sum would be of more than ${MAX_PARTS} values. Page through "measurements" instead.`,
  );
}

type Asked = AsOf & {
  readonly projects: readonly number[];
  readonly indicators: readonly number[];
  readonly limit: number;
};

const readActuals = prepare((db, asked: Asked) =>
  selectMeasurement(
    publishedMeasurements(db, asked)
      .where('measurement.kind', '=', 'ACTUAL')
      .where(
        sql<boolean>`(${sql.ref('measurement.projectId')}, ${sql.ref('measurement.indicatorId')})
          IN (SELECT * FROM unnest(${asked.projects}::int[], ${asked.indicators}::int[]))`,
      )
      .orderBy('measurement.key')
      .limit(asked.limit),
  ),
);

const keyOfSeries = (series: Series) => seriesKey(series, series.asOf);

/** The actual values of an indicator of a project, of whatever place, period and category. */
const actualsOf = defineListLoader<Series, MeasurementRow>(
  (series, context) =>
    readGroups(
      series,
      keyOfSeries,
      ({ asOf }) => String(asOf?.toISOString()),
      async (group) => {
        const asOf = group[0]?.asOf ?? null;
        const edition = await editionOf(context, asOf);
        const projects = group.map(({ projectId }) => projectId);
        const indicators = group.map(({ indicatorId }) => indicatorId);
        const limit = MAX_PARTS * group.length + 1;
        const asked = { projects, indicators, limit, ...asOfEdition(context, edition) };
        const rows = withEdition(await readActuals(context.reader, asked), edition);
        // What was cut off may be of any series: no sum is told that lacks a part.
        if (rows.length >= limit) throw tooMany();
        return refuseLonger(
          groupBy(rows, (row) => seriesKey(row, asOf)),
          MAX_PARTS,
          tooMany,
        );
      },
    ),
  keyOfSeries,
);

/** Whether a value is one that is added over the dimension: all parts are of one kind, so that none holds another. */
function isPart({ cityId, districtId, disaggregation }: MeasurementRow, over: AdditiveDimension): boolean {
  const isTotal = Object.keys(disaggregation).length === 0;
  const isOfProject = cityId === null && districtId === null;
  if (over === 'PLACE') return cityId !== null && isTotal;
  if (over === 'PERIOD') return isOfProject && isTotal;
  return isOfProject && Object.keys(disaggregation).length === 1;
}

/**
 * The actual values of one indicator of one project that a sum over the dimension is made of.
 *
 * @throws ApiError BAD_USER_INPUT when there are too many to add
 */
export async function readParts(
  context: Context,
  ids: Pick<Series, 'projectId' | 'indicatorId'>,
  over: AdditiveDimension,
  asOf: Date | null,
): Promise<readonly MeasurementRow[]> {
  const rows = await actualsOf(context, { ...ids, asOf });
  return rows.filter((row) => isPart(row, over));
}
