import { type CompiledQuery, type Kysely, type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import type { Columns } from '../columns.ts';
import type { Context } from '../context.ts';
import { prepare, prepareCount } from '../database/prepare.ts';
import { anyOf, countRows, withinWindow } from '../database/sql.ts';
import type {
  ComponentCode,
  DB,
  Measurement,
  MeasurementKind,
  MeasurementRevision,
} from '../generated/kysely.ts';
import { defineColumnListLoader, defineListLoader, defineLoader, groupBy, indexBy } from '../loader.ts';
import type { KeysetWindow } from '../paging/keyset.ts';
import type { Edition } from '../publication/edition.ts';
import { editionOf } from '../publication/store.ts';
import type { PeriodValue } from '../scalar/period.ts';
import { type SourceRow, sourceColumns } from '../source/store.ts';
import type { Preliminary } from './policy.ts';

/** An edition, and what is seen in it beside what is published. */
export type SeenEdition = Edition & { readonly preliminary?: Preliminary };

/** A measurement with its value as one edition has it. */
export type MeasurementRow = Omit<Selectable<Measurement>, 'latestRevision' | `current${string}`> &
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

/** A measurement as it is read, before it is said of which edition. */
export type MeasurementColumns = Omit<MeasurementRow, 'edition'>;
/** Measurements with the revision that is read of each. */
export type From = SelectQueryBuilder<
  DB & { current: MeasurementRevision },
  'measurement' | 'current',
  object
>;

/** The instant whose state is read; null is now. */
export type AsOf = { readonly asOf: Date | null };

/**
 * How to read as of an edition. That which a request was told is the newest is read as it stands: whoever told it
 * finds out whether it still was.
 */
export function asOfEdition({ newest }: Pick<Context, 'newest'>, edition: Edition): AsOf {
  return { asOf: edition === newest ? null : edition.asOf };
}

/** Measurements joined with the revision that the public saw as of an instant; withdrawn ones drop out. */
export function publishedMeasurements(db: Kysely<DB>, { asOf }: AsOf): From {
  return (asOf === null ? withCurrentValues(db) : withRevisions(db, asOf)).where(
    'current.status',
    '=',
    'PUBLISHED',
  );
}

/** The database keeps what holds now beside each measurement. */
const CURRENT = sql<MeasurementRevision>`(SELECT measurement.current_revision AS revision,
  measurement.current_value AS value, measurement.current_qualifier AS qualifier,
  measurement.current_status AS status, measurement.current_note AS note,
  measurement.current_recorded_at AS recorded_at)`;

function withCurrentValues(db: Kysely<DB>): From {
  return db
    .selectFrom('measurement')
    .innerJoinLateral(CURRENT.as('current'), (join) => join.onTrue()) as unknown as From;
}

function withRevisions(db: Kysely<DB>, asOf: Date): From {
  return db.selectFrom('measurement').innerJoinLateral(
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
  ) as unknown as From;
}

/** Names of all columns of a measurement as one edition has it. */
export const MEASUREMENT_COLUMNS = [
  'id',
  'key',
  'projectId',
  'indicatorId',
  'kind',
  'districtId',
  'cityId',
  'periodStart',
  'periodEnd',
  'sinceProjectStart',
  'disaggregation',
  'revision',
  'qualifier',
  'status',
  'note',
  'recordedAt',
  'value',
] as const satisfies readonly (keyof MeasurementColumns)[];

const OF_REVISION: ReadonlySet<string> = new Set(['revision', 'qualifier', 'status', 'note', 'recordedAt']);

/** Reads columns of the rows of {@link publishedMeasurements}. */
export function selectMeasurement(
  query: From,
  names: readonly (keyof MeasurementColumns & string)[] = MEASUREMENT_COLUMNS,
): { compile(): CompiledQuery<MeasurementColumns> } {
  const stored = names
    .filter((name) => name !== 'value')
    .map((name) => `${OF_REVISION.has(name) ? 'current' : 'measurement'}.${name}` as 'measurement.id');
  // Kept with six digits behind the point; told as it was written.
  const value = sql<string>`trim_scale(${sql.ref('current.value')})::text`.as('value');
  return query.select([...stored, value]) as never;
}

/** Rows with the edition that they were read from. */
export function withEdition(
  rows: readonly MeasurementColumns[],
  edition: SeenEdition,
): readonly MeasurementRow[] {
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

const readPage = prepare((db, asked: MeasurementFilter & KeysetWindow & AsOf) =>
  selectMeasurement(withinWindow(narrow(publishedMeasurements(db, asked), asked), 'measurement.key', asked)),
);
const countNarrowed = prepareCount((db, asked: MeasurementFilter & AsOf) =>
  countRows(narrow(publishedMeasurements(db, asked), asked)),
);
const readByKeys = prepare((db, asked: { keys: readonly string[] } & AsOf) =>
  selectMeasurement(publishedMeasurements(db, asked).where('measurement.key', '=', anyOf(asked.keys))),
);
type SourcesOf = { readonly ids: readonly number[]; readonly columns: Columns<SourceRow> };

const readRevisionSources = prepare((db, { ids, columns }: SourcesOf) =>
  db
    .selectFrom('measurementRevisionSource')
    .innerJoin('source', 'source.id', 'measurementRevisionSource.sourceId')
    .select(columns.of('source'))
    .select(['measurementRevisionSource.measurementId', 'measurementRevisionSource.revision'])
    .where('measurementRevisionSource.measurementId', '=', anyOf(ids))
    .orderBy('measurementRevisionSource.position'),
);
const readRevisions = prepare((db, { ids }: { ids: readonly number[] }) =>
  db
    .selectFrom('measurementRevision')
    .selectAll()
    .select(sql<string>`trim_scale(value)::text`.as('value'))
    .where('measurementId', '=', anyOf(ids))
    .where('status', '<>', 'PRELIMINARY')
    .orderBy('measurementId')
    .orderBy('revision'),
);

/** One page of measurements, by key. */
export async function listMeasurements(
  context: Context,
  filter: MeasurementFilter,
  edition: Edition,
  window: KeysetWindow,
): Promise<readonly MeasurementRow[]> {
  const asked = { ...filter, ...window, ...asOfEdition(context, edition) };
  return withEdition(await readPage(context.reader, asked), edition);
}

/** How many measurements there are. */
export function countMeasurements(
  context: Context,
  filter: MeasurementFilter,
  edition: Edition,
): Promise<number> {
  return countNarrowed(context.reader, { ...filter, ...asOfEdition(context, edition) });
}

/** The measurement with this key, as it stands now. */
export const measurementByKey = defineLoader<string, MeasurementRow>(async (keys, context) => {
  const edition = await editionOf(context, null);
  const rows = await readByKeys(context.reader, { keys, ...asOfEdition(context, edition) });
  return indexBy(withEdition(rows, edition), ({ key }) => key);
});

/** The sources of one revision. */
export const sourcesOfRevision = defineColumnListLoader(
  sourceColumns,
  async (revisions: readonly Pick<MeasurementRow, 'id' | 'revision'>[], { reader }, columns) =>
    groupBy(
      await readRevisionSources(reader, { ids: revisions.map(({ id }) => id), columns }),
      ({ measurementId, revision }) => `${measurementId}/${revision}`,
    ),
  ({ id, revision }) => `${id}/${revision}`,
);

/** A revision as the public sees it in the history of a measurement. */
export type RevisionRow = Selectable<MeasurementRevision> & { readonly id: number };

/** The revisions of the measurement with this id that were ever public, oldest first. */
export const revisionsOf = defineListLoader<number, RevisionRow>(async (ids, { reader }) => {
  const rows = await readRevisions(reader, { ids });
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
