import {
  bundledDatasets,
  type Dataset,
  type EntryName,
  type LoadReport,
  loadDataset,
  readDataset,
} from '@reintegration/schema';
import type { Pool } from 'pg';
import { say } from './command.ts';

function list(verb: string, names: readonly EntryName[]): readonly string[] {
  return names.map(({ kind, key }) => `    ${verb} ${kind}: ${key}`);
}

/** Says in words what a load did. */
export function describeLoad(report: LoadReport): readonly string[] {
  const { dataset, added, changed, withdrawn, removed, kept, unchanged } = report;
  const written = added.length + changed.length + withdrawn.length + removed.length;
  if (written === 0 && kept.length === 0) return [`✓ dataset ${dataset}: ${unchanged} entries, nothing new`];
  return [
    `✓ dataset ${dataset}: ${added.length} added, ${changed.length} changed, ${withdrawn.length} withdrawn, ` +
      `${removed.length} removed, ${unchanged} unchanged`,
    ...list('changed', changed),
    ...list('withdrawn', withdrawn),
    ...list('removed', removed),
    ...list('no longer in the files, kept as others may use it:', kept),
  ];
}

/** Reads datasets and checks each as a whole; tells them by their folders. */
export async function readAll(folders: readonly string[]): Promise<ReadonlyMap<string, Dataset>> {
  const read = new Map<string, Dataset>();
  for (const folder of folders) read.set(folder, await readDataset(folder));
  return read;
}

/** Reads the datasets that come with the package. */
export async function readBundled(): Promise<ReadonlyMap<string, Dataset>> {
  return readAll(await bundledDatasets());
}

/** Loads datasets, each from its folder or as it was read, and says what came of it. */
export async function loadAll(
  pool: Pool,
  datasets: Iterable<readonly [folder: string, from: string | Dataset]>,
): Promise<void> {
  for (const [folder, from] of datasets) {
    say(`  loading ${folder} …`);
    for (const line of describeLoad(await loadDataset(pool, from))) say(line);
  }
}

/** Loads the datasets that come with the package, and says what came of it. */
export async function loadBundled(pool: Pool): Promise<void> {
  const folders = await bundledDatasets();
  await loadAll(
    pool,
    folders.map((folder) => [folder, folder]),
  );
}
