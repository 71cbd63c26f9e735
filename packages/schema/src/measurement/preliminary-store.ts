import { sql } from 'kysely';
import type { Reader } from '../database/reader.ts';
import { anyOf, countRows, withinWindow } from '../database/sql.ts';
import { defineLoader, groupBy, indexBy } from '../loader.ts';
import type { KeysetWindow } from '../paging/keyset.ts';
import { editionOf } from '../publication/store.ts';
import { withPreliminary } from './policy.ts';
import {
  type From,
  type MeasurementFilter,
  type MeasurementRow,
  narrow,
  type RevisionRow,
  readMeasurements,
  type SeenEdition,
} from './store.ts';

/** Measurements joined with the newest revision of the edition, published or not; withdrawn ones drop out. */
function seenMeasurements(reader: Reader, { asOf, preliminary }: SeenEdition): From {
  return reader
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
              eb('measurementRevision.status', '=', 'PRELIMINARY').and(eb.lit(preliminary === 'ALL')),
            ]),
          )
          .orderBy('measurementRevision.revision', 'desc')
          .limit(1)
          .as('current'),
      (join) => join.onTrue(),
    )
    .where('current.status', '<>', 'WITHDRAWN') as unknown as From;
}

/** One page of measurements as members see them, by key. */
export function listSeenMeasurements(
  reader: Reader,
  filter: MeasurementFilter,
  edition: SeenEdition,
  window: KeysetWindow,
): Promise<readonly MeasurementRow[]> {
  const query = narrow(seenMeasurements(reader, edition), filter);
  return readMeasurements(withinWindow(query, 'measurement.key', window), edition);
}

/** How many measurements members see. */
export function countSeenMeasurements(
  reader: Reader,
  filter: MeasurementFilter,
  edition: SeenEdition,
): Promise<number> {
  return countRows(narrow(seenMeasurements(reader, edition), filter));
}

/** The measurement with this key, as it stands for members now. */
export const seenMeasurementByKey = defineLoader<string, MeasurementRow>(async (keys, context) => {
  const edition = withPreliminary(await editionOf(context, null), null);
  const query = seenMeasurements(context.reader, edition).where('measurement.key', '=', anyOf(keys));
  return indexBy(await readMeasurements(query, edition), ({ key }) => key);
});

/** All revisions of the measurement with this id, oldest first. */
export const allRevisionsOf = defineLoader<number, readonly RevisionRow[]>(async (ids, { reader }) => {
  const rows = await reader
    .selectFrom('measurementRevision')
    .selectAll()
    .select(sql<string>`trim_scale(value)::text`.as('value'))
    .where('measurementId', '=', anyOf(ids))
    .orderBy('measurementId')
    .orderBy('revision')
    .execute();
  return groupBy(
    rows.map((row) => ({ ...row, id: row.measurementId })),
    ({ measurementId }) => measurementId,
  );
});
