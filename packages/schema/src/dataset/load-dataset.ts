import type { Pool } from 'pg';
import { prepare } from '../database/prepare.ts';
import { createReader } from '../database/reader.ts';
import { createWriter, type WriterTransaction } from '../database/writer.ts';
import { type DatasetEntry, entriesOf } from './entry.ts';
import type { MeasurementEntry } from './indicator-model.ts';
import type { Dataset, DatasetKind } from './model.ts';
import { readDataset } from './read-dataset.ts';
import { requireOwn } from './require-own.ts';
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

/** How long the whole load may take. */
const TIMEOUT_MS = 600_000;

/** Names an entry of the dataset's files. */
export type EntryName = { readonly kind: DatasetKind; readonly key: string };

/** What {@link loadDataset} did. */
export type LoadReport = {
  readonly dataset: string;
  readonly added: readonly EntryName[];
  /** Edited since they were last loaded; measurements among them have a new revision. */
  readonly changed: readonly EntryName[];
  /** Measurements that the files no longer hold: withdrawn by a new revision, never removed. */
  readonly withdrawn: readonly EntryName[];
  /** Activities and public calls that the files no longer hold. */
  readonly removed: readonly EntryName[];
  /** Shared records (sources, places, organizations, indicators …) that the files no longer hold; they stay. */
  readonly kept: readonly EntryName[];
  readonly unchanged: number;
};

type Plan = {
  readonly added: readonly DatasetEntry[];
  readonly changed: readonly DatasetEntry[];
  readonly gone: readonly EntryName[];
  readonly unchanged: number;
};

const readEntries = prepare((db, { dataset }: { dataset: string }) =>
  db.selectFrom('datasetEntry').selectAll().where('dataset', '=', dataset),
);

/** Loads a dataset, as `on-demand.ts` says. */
export async function loadDataset(pool: Pool, directory: string): Promise<LoadReport> {
  const dataset = await readDataset(directory);
  const entries = entriesOf(dataset);
  const stored = await readEntries(createReader(pool), { dataset: dataset.code });
  const glance = planOf(entries, stored);
  if (glance.added.length + glance.changed.length + glance.gone.length === 0)
    return reportOf(dataset, glance);

  const writer = createWriter(pool);
  try {
    return await writer.$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('dataset'))`;
        const plan = planOf(entries, await tx.datasetEntry.findMany({ where: { dataset: dataset.code } }));
        await requireOwn(tx, dataset.code, plan.added);
        await carryOut(tx, dataset, plan);
        return reportOf(dataset, plan);
      },
      { timeout: TIMEOUT_MS, maxWait: TIMEOUT_MS },
    );
  } finally {
    await writer.$disconnect();
  }
}

type Stored = { readonly kind: string; readonly key: string; readonly digest: string };

function planOf(entries: readonly DatasetEntry[], stored: readonly Stored[]): Plan {
  const nameOf = ({ kind, key }: { kind: string; key: string }) => `${kind} ${key}`;
  const digests = new Map(stored.map((row) => [nameOf(row), row.digest]));
  const present = new Set(entries.map(nameOf));
  const added = entries.filter((entry) => !digests.has(nameOf(entry)));
  const same = entries.filter((entry) => digests.get(nameOf(entry)) === entry.digest);
  return {
    added,
    changed: entries.filter((entry) => !added.includes(entry) && !same.includes(entry)),
    gone: stored.filter((row) => !present.has(nameOf(row))) as EntryName[],
    unchanged: same.length,
  };
}

async function carryOut(
  tx: WriterTransaction,
  dataset: Dataset,
  { added, changed, gone }: Plan,
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

function reportOf({ code }: Dataset, { added, changed, gone, unchanged }: Plan): LoadReport {
  const named = ({ kind, key }: EntryName): EntryName => ({ kind, key });
  const isRemovable = ({ kind }: EntryName) => kind === 'activities' || kind === 'openCalls';
  return {
    dataset: code,
    added: added.map(named),
    changed: changed.map(named),
    withdrawn: gone.filter(({ kind }) => kind === 'measurements').map(named),
    removed: gone.filter(isRemovable).map(named),
    kept: gone.filter((name) => name.kind !== 'measurements' && !isRemovable(name)).map(named),
    unchanged,
  };
}
