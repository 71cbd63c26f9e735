import type { Pool } from 'pg';
import { createWriter, type WriterTransaction } from '../database/writer.ts';
import { carryOut } from './carry-out.ts';
import { type DatasetEntry, type EntryName, entriesOf, type LoadPlan, type LoadReport } from './entry.ts';
import { keptDigest } from './folder.ts';
import type { Dataset } from './model.ts';
import { requireOwn } from './require-own.ts';

/** How long the whole load may take. */
const TIMEOUT_MS = 600_000;

/** Writes what an editor changed in a dataset that was read, and remembers its files; all of it or nothing. */
export async function bringIn(pool: Pool, dataset: Dataset): Promise<LoadReport> {
  const entries = entriesOf(dataset);
  const writer = createWriter(pool);
  try {
    return await writer.$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('dataset'))`;
        const plan = planOf(entries, await tx.datasetEntry.findMany({ where: { dataset: dataset.code } }));
        await requireOwn(tx, dataset.code, plan.added);
        await carryOut(tx, dataset, plan);
        await rememberFiles(tx, dataset);
        return reportOf(dataset, plan);
      },
      { timeout: TIMEOUT_MS, maxWait: TIMEOUT_MS },
    );
  } finally {
    await writer.$disconnect();
  }
}

async function rememberFiles(tx: WriterTransaction, dataset: Dataset): Promise<void> {
  await tx.datasetFiles.deleteMany({ where: { dataset: dataset.code } });
  const digest = keptDigest(dataset);
  if (digest !== null) await tx.datasetFiles.create({ data: { dataset: dataset.code, digest } });
}

type Stored = { readonly kind: string; readonly key: string; readonly digest: string };

function planOf(entries: readonly DatasetEntry[], stored: readonly Stored[]): LoadPlan {
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

function reportOf({ code }: Dataset, { added, changed, gone, unchanged }: LoadPlan): LoadReport {
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
