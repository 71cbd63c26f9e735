import type { WriterTransaction } from '../database/writer.ts';
import type { DatasetEntry, EntryName, LoadPlan } from './entry.ts';
import type { MeasurementEntry } from './indicator-model.ts';
import type { Dataset, DatasetKind } from './model.ts';
import { writeActivities, writeOpenCalls } from './write-activities.ts';
import { withdrawMeasurements, writeMeasurements } from './write-measurements.ts';
import { writeProject } from './write-project.ts';
import {
  writeCities,
  writeComponents,
  writeDistricts,
  writeIndicators,
  writeNetworks,
  writeOrganizations,
  writeSources,
} from './write-reference.ts';

/** Writes what is new or was edited, and takes back what is gone, in an order in which each finds what it points to. */
export async function carryOut(
  tx: WriterTransaction,
  dataset: Dataset,
  { added, changed, gone }: LoadPlan,
): Promise<void> {
  const written = [...added, ...changed];
  const of = <Content>(kind: DatasetKind) =>
    written.filter((entry) => entry.kind === kind) as DatasetEntry<Content>[];
  const contents = <Kind extends Exclude<DatasetKind, 'project'>>(kind: Kind) =>
    of(kind).map(({ content }) => content) as unknown as Dataset[Kind];

  await writeSources(tx, contents('sources'));
  await writeDistricts(tx, contents('districts'));
  await writeCities(tx, contents('cities'));
  await writeOrganizations(tx, contents('organizations'));
  await writeNetworks(tx, contents('networks'));
  await writeComponents(tx, contents('components'));
  if (of('project').length > 0) await writeProject(tx, dataset.project);
  await writeIndicators(tx, contents('indicators'));
  await writeActivities(tx, contents('activities'), dataset.code);
  // An activity announces one call at most: the one that is gone makes room for the one that has come.
  const own = { project: { code: dataset.code } };
  await tx.openCall.deleteMany({ where: { code: { in: keysOf('openCalls', gone) }, activity: own } });
  await writeOpenCalls(tx, contents('openCalls'));
  await writeMeasurements(tx, of<MeasurementEntry>('measurements'), dataset.code);
  await withdrawMeasurements(tx, keysOf('measurements', gone));
  await tx.activity.deleteMany({ where: { code: { in: keysOf('activities', gone) }, ...own } });
  await remember(tx, dataset.code, written, gone);
}

function keysOf(kind: DatasetKind, names: readonly EntryName[]): string[] {
  return names.filter((name) => name.kind === kind).map(({ key }) => key);
}

async function remember(
  tx: WriterTransaction,
  dataset: string,
  written: readonly DatasetEntry[],
  gone: readonly EntryName[],
): Promise<void> {
  const replaced = [...written, ...gone].map(({ kind, key }) => ({ kind, key }));
  await tx.datasetEntry.deleteMany({ where: { dataset, OR: replaced } });
  await tx.datasetEntry.createMany({
    data: written.map(({ kind, key, digest }) => ({ dataset, kind, key, digest })),
  });
}
