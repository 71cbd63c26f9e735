import { type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import type { Reader } from '../database/reader.ts';
import { anyOf, countRows, withinWindow } from '../database/sql.ts';
import type {
  ComponentCode,
  DB,
  Measurement,
  MeasurementKind,
  MeasurementRevision,
} from '../generated/kysely.ts';
import { defineLoader, groupBy, indexBy } from '../loader.ts';
import type { KeysetWindow } from '../paging/keyset.ts';
import { type Edition, editionOf } from '../publication/store.ts';
import type { PeriodValue } from '../scalar/period.ts';
import type { SourceRow } from '../source/store.ts';
import type { Preliminary } from './policy.ts';

/** An edition, and what is seen in it beside what is published. */
export type SeenEdition = Edition & { readonly preliminary?: Preliminary };

/** A measurement with its value as one edition has it. */
export type MeasurementRow = Omit<Selectable<Measurement>, 'latestRevision'> &
  Omit<Selectable<MeasurementRevision>, 'measurementId'> & { readonly edition: SeenEdition };

/** What to narrow a list of measurements by; null is everything. */
export type MeasurementFilter = {
  readonly project: string | null;
  readonly indicator: string | null;
  readonly component: ComponentCode | null;
  readonly kind: MeasurementKind | null;
  readonly district: string | null;
  readonly city: string | null;
};

type Selected = Omit<MeasurementRow, 'edition'>;
/** Measurements with the revision that is read of each. */
export type From = SelectQueryBuilder<
  DB & { current: MeasurementRevision },
  'measurement' | 'current',
  object
>;

/** Measurements joined with the revision that the public saw as of the edition; withdrawn ones drop out. */
export function publishedMeasurements(reader: Reader, { asOf }: Edition): From {
  return reader
    .selectFrom('measurement')
    .innerJoinLateral(
      (joined) =>
        joined
          .selectFrom('measurementRevision')
          .selectAll('measurementRevision')
          .whereRef('measurementRevision.measurementId', '=', 'measurement.id')
          .where('measurementRevision.recordedAt', '<=', asOf)
          .where('measurementRevision.status', '<>', 'PRELIMINARY')
          .orderBy('measurementRevision.revision', 'desc')
          .limit(1)
          .as('current'),
      (join) => join.onTrue(),
    )
    .where('current.status', '=', 'PUBLISHED') as unknown as From;
}

/** Reads the rows of a query over {@link publishedMeasurements}. */
export async function readMeasurements(
  query: From,
  edition: SeenEdition,
): Promise<readonly MeasurementRow[]> {
  const selected = query.select([
    'measurement.id',
    'measurement.key',
    'measurement.projectId',
    'measurement.indicatorId',
    'measurement.kind',
    'measurement.districtId',
    'measurement.cityId',
    'measurement.periodStart',
    'measurement.periodEnd',
    'measurement.sinceProjectStart',
    'measurement.disaggregation',
    'current.revision',
    'current.qualifier',
    'current.status',
    'current.note',
    'current.recordedAt',
    // Kept with six digits behind the point; told as it was written.
    sql<string>`trim_scale(${sql.ref('current.value')})::text`.as('value'),
  ]);
  const rows = (await selected.execute()) as Selected[];
  return rows.map((row) => ({ ...row, edition }));
}

/** Narrows measurements to those that a filter asks for. */
export function narrow(
  query: From,
  { project, indicator, component, kind, district, city }: MeasurementFilter,
): From {
  const codes = { project, indicator, district, city } as const;
  let narrowed = query.$if(kind !== null, (q) => q.where('measurement.kind', '=', kind as MeasurementKind));
  for (const [table, code] of Object.entries(codes)) {
    if (code === null) continue;
    narrowed = narrowed.where(
      sql<boolean>`${sql.ref(`measurement.${table}Id`)} = (SELECT id FROM ${sql.table(table)} WHERE code = ${code})`,
    );
  }
  if (component === null) return narrowed;
  return narrowed.where('measurement.indicatorId', 'in', (sub) =>
    sub.selectFrom('indicator').select('indicator.id').where('indicator.componentCode', '=', component),
  );
}

/** One page of measurements, by key. */
export function listMeasurements(
  reader: Reader,
  filter: MeasurementFilter,
  edition: Edition,
  window: KeysetWindow,
): Promise<readonly MeasurementRow[]> {
  const query = narrow(publishedMeasurements(reader, edition), filter);
  return readMeasurements(withinWindow(query, 'measurement.key', window), edition);
}

/** How many measurements there are. */
export function countMeasurements(
  reader: Reader,
  filter: MeasurementFilter,
  edition: Edition,
): Promise<number> {
  return countRows(narrow(publishedMeasurements(reader, edition), filter));
}

/** The measurement with this key, as it stands now. */
export const measurementByKey = defineLoader<string, MeasurementRow>(async (keys, context) => {
  const edition = await editionOf(context, null);
  const query = publishedMeasurements(context.reader, edition).where('measurement.key', '=', anyOf(keys));
  return indexBy(await readMeasurements(query, edition), ({ key }) => key);
});

/** The sources of one revision. */
export const sourcesOfRevision = defineLoader<Pick<MeasurementRow, 'id' | 'revision'>, readonly SourceRow[]>(
  async (revisions, { reader }) =>
    groupBy(
      await reader
        .selectFrom('measurementRevisionSource')
        .innerJoin('source', 'source.id', 'measurementRevisionSource.sourceId')
        .selectAll('source')
        .select(['measurementRevisionSource.measurementId', 'measurementRevisionSource.revision'])
        .where('measurementRevisionSource.measurementId', '=', anyOf(revisions.map(({ id }) => id)))
        .orderBy('measurementRevisionSource.position')
        .execute(),
      ({ measurementId, revision }) => `${measurementId}/${revision}`,
    ),
  ({ id, revision }) => `${id}/${revision}`,
);

/** A revision as the public sees it in the history of a measurement. */
export type RevisionRow = Selectable<MeasurementRevision> & { readonly id: number };

/** The revisions of the measurement with this id that were ever public, oldest first. */
export const revisionsOf = defineLoader<number, readonly RevisionRow[]>(async (ids, { reader }) => {
  const rows = await reader
    .selectFrom('measurementRevision')
    .selectAll()
    .select(sql<string>`trim_scale(value)::text`.as('value'))
    .where('measurementId', '=', anyOf(ids))
    .where('status', '<>', 'PRELIMINARY')
    .orderBy('measurementId')
    .orderBy('revision')
    .execute();
  return groupBy(
    rows.map((row) => ({ ...row, id: row.measurementId })),
    ({ measurementId }) => measurementId,
  );
});

/** The period of a measurement. */
export function periodOf(
  row: Pick<MeasurementRow, 'periodStart' | 'periodEnd' | 'sinceProjectStart'>,
): PeriodValue {
  return { start: row.periodStart, end: row.periodEnd, sinceProjectStart: row.sinceProjectStart };
}
