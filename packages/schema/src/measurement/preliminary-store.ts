import { type Kysely, sql } from 'kysely';
import type { Context } from '../context.ts';
import { prepare, prepareCount } from '../database/prepare.ts';
import { anyOf, countRows, withinWindow } from '../database/sql.ts';
import type { DB } from '../generated/kysely.ts';
import { defineListLoader, defineLoader, groupBy, indexBy } from '../loader.ts';
import type { KeysetWindow } from '../paging/keyset.ts';
import { editionOf } from '../publication/store.ts';
import { withPreliminary } from './policy.ts';
import {
  type From,
  type MeasurementFilter,
  type MeasurementRow,
  narrow,
  type RevisionRow,
  type SeenEdition,
  selectMeasurement,
  withEdition,
} from './store.ts';

type Seen = { readonly asOf: Date; readonly seesAll: boolean };

const seenIn = ({ asOf, preliminary }: SeenEdition): Seen => ({ asOf, seesAll: preliminary === 'ALL' });

/** Measurements joined with the newest revision of the edition, published or not; withdrawn ones drop out. */
function seenMeasurements(db: Kysely<DB>, { asOf, seesAll }: Seen): From {
  return db
    .selectFrom('measurement')
    .innerJoinLateral(
      (joined) =>
        joined
          .selectFrom('measurementRevision')
          .selectAll('measurementRevision')
          .whereRef('measurementRevision.measurementId', '=', 'measurement.id')
          .where(({ or, eb }) =>
            or([
              eb('measurementRevision.recordedAt', '<=', asOf),
              ...(seesAll ? [eb('measurementRevision.status', '=', 'PRELIMINARY')] : []),
            ]),
          )
          .orderBy('measurementRevision.revision', 'desc')
          .limit(1)
          .as('current'),
      (join) => join.onTrue(),
    )
    .where('current.status', '<>', 'WITHDRAWN') as unknown as From;
}

const readPage = prepare((db, asked: MeasurementFilter & KeysetWindow & Seen) =>
  selectMeasurement(withinWindow(narrow(seenMeasurements(db, asked), asked), 'measurement.key', asked)),
);
const countNarrowed = prepareCount((db, asked: MeasurementFilter & Seen) =>
  countRows(narrow(seenMeasurements(db, asked), asked)),
);
const readByKeys = prepare((db, asked: { keys: readonly string[] } & Seen) =>
  selectMeasurement(seenMeasurements(db, asked).where('measurement.key', '=', anyOf(asked.keys))),
);
const readRevisions = prepare((db, { ids }: { ids: readonly number[] }) =>
  db
    .selectFrom('measurementRevision')
    .selectAll()
    .select(sql<string>`trim_scale(value)::text`.as('value'))
    .where('measurementId', '=', anyOf(ids))
    .orderBy('measurementId')
    .orderBy('revision'),
);

/** One page of measurements as members see them, by key. */
export async function listSeenMeasurements(
  { reader }: Context,
  filter: MeasurementFilter,
  edition: SeenEdition,
  window: KeysetWindow,
): Promise<readonly MeasurementRow[]> {
  return withEdition(await readPage(reader, { ...filter, ...window, ...seenIn(edition) }), edition);
}

/** How many measurements members see. */
export function countSeenMeasurements(
  { reader }: Context,
  filter: MeasurementFilter,
  edition: SeenEdition,
): Promise<number> {
  return countNarrowed(reader, { ...filter, ...seenIn(edition) });
}

/** The measurement with this key, as it stands for members now. */
export const seenMeasurementByKey = defineLoader<string, MeasurementRow>(async (keys, context) => {
  const edition = withPreliminary(await editionOf(context, null), null);
  return indexBy(
    withEdition(await readByKeys(context.reader, { keys, ...seenIn(edition) }), edition),
    ({ key }) => key,
  );
});

/** All revisions of the measurement with this id, oldest first. */
export const allRevisionsOf = defineListLoader<number, RevisionRow>(async (ids, { reader }) => {
  const rows = await readRevisions(reader, { ids });
  return groupBy(
    rows.map((row) => ({ ...row, id: row.measurementId })),
    ({ measurementId }) => measurementId,
  );
});
