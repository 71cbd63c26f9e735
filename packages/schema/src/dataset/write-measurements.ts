import { NO_JSON, type WriterTransaction } from '../database/writer.ts';
import { compareDecimals } from '../scalar/decimal.ts';
import { type Ids, readAllIds } from './code-ids.ts';
import { entryDigest } from './digest.ts';
import type { DatasetEntry } from './entry.ts';
import type { MeasurementEntry } from './indicator-model.ts';
import { parsePeriod } from './period.ts';

/** Writes measurements: a new one with its first revision, an edited one with a further revision. */
export async function writeMeasurements(
  tx: WriterTransaction,
  entries: readonly DatasetEntry<MeasurementEntry>[],
  project: string,
): Promise<void> {
  const ids = await readAllIds(tx);
  for (const { key, content } of entries) {
    const known = await tx.measurement.findUnique({ where: { key }, select: { id: true } });
    const { id } = known ?? (await createMeasurement(tx, key, content, project, ids));
    if (known !== null && (await isNewest(tx, id, content))) continue;
    await addRevision(
      tx,
      id,
      content,
      content.sources.map((source) => ids.source(source)),
    );
  }
}

function createMeasurement(
  tx: WriterTransaction,
  key: string,
  content: MeasurementEntry,
  project: string,
  ids: Ids,
) {
  const { start, end, sinceProjectStart } = parsePeriod(content.period);
  const { place } = content;
  return tx.measurement.create({
    select: { id: true },
    data: {
      key,
      projectId: ids.project(project),
      indicatorId: ids.indicator(content.indicator),
      kind: content.kind,
      districtId: place && 'district' in place ? ids.district(place.district) : null,
      cityId: place && 'city' in place ? ids.city(place.city) : null,
      periodStart: start,
      periodEnd: end,
      sinceProjectStart,
      disaggregation: content.disaggregation ?? {},
    },
  });
}

/** Whether the newest revision says already what the entry says. */
async function isNewest(
  tx: WriterTransaction,
  measurementId: number,
  content: MeasurementEntry,
): Promise<boolean> {
  const newest = await tx.measurementRevision.findFirst({
    where: { measurementId },
    orderBy: { revision: 'desc' },
    include: { sources: { include: { source: true }, orderBy: { position: 'asc' } } },
  });
  return (
    newest !== null &&
    compareDecimals(newest.value.toFixed(), content.value) === 0 &&
    newest.qualifier === content.qualifier &&
    newest.status === content.status &&
    entryDigest(newest.note) === entryDigest(content.note ?? null) &&
    newest.sources.map(({ source }) => source.code).join() === content.sources.join()
  );
}

type RevisionContent = Pick<MeasurementEntry, 'value' | 'qualifier' | 'status' | 'note'>;

async function addRevision(
  tx: WriterTransaction,
  measurementId: number,
  { value, qualifier, status, note }: RevisionContent,
  sourceIds: readonly number[],
): Promise<void> {
  // The database numbers the revision; 0 stands for "the next".
  const { revision } = await tx.measurementRevision.create({
    select: { revision: true },
    data: { measurementId, revision: 0, value, qualifier, status, note: note ?? NO_JSON },
  });
  await tx.measurementRevisionSource.createMany({
    data: sourceIds.map((sourceId, position) => ({ measurementId, revision, sourceId, position })),
  });
}

/** Withdraws measurements that the files no longer hold, by a revision that says so. */
export async function withdrawMeasurements(tx: WriterTransaction, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const { id, revisions } = await tx.measurement.findUniqueOrThrow({
      where: { key },
      include: { revisions: { orderBy: { revision: 'desc' }, take: 1, include: { sources: true } } },
    });
    const newest = revisions[0];
    if (newest === undefined || newest.status === 'WITHDRAWN') continue;
    const sourceIds = newest.sources.sort((a, b) => a.position - b.position).map(({ sourceId }) => sourceId);
    const content = {
      value: newest.value.toFixed(),
      qualifier: newest.qualifier,
      status: 'WITHDRAWN' as const,
    };
    const note = (newest.note ?? undefined) as MeasurementEntry['note'];
    await addRevision(tx, id, { ...content, note }, sourceIds);
  }
}
