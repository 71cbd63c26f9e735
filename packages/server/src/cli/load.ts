import { type EntryName, type LoadReport, loadDataset } from '@reintegration/schema';
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

/** Loads datasets and says what came of it. */
export async function loadAll(pool: Pool, directories: readonly string[]): Promise<void> {
  for (const directory of directories) {
    say(`  loading ${directory} …`);
    for (const line of describeLoad(await loadDataset(pool, directory))) say(line);
  }
}
