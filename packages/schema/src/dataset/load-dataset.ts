import type { Pool } from 'pg';
import { prepare } from '../database/prepare.ts';
import { createReader } from '../database/reader.ts';
import { type DatasetEntry, type EntryName, entriesOf, type LoadPlan } from './entry.ts';
import type { Dataset } from './model.ts';
import { readDataset } from './read-dataset.ts';
import { requireOwn } from './require-own.ts';

/** How long the whole load may take. */
const TIMEOUT_MS = 600_000;

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

const readEntries = prepare((db, { dataset }: { dataset: string }) =>
  db.selectFrom('datasetEntry').selectAll().where('dataset', '=', dataset),
);

/** Loads a dataset, as `on-demand.ts` says. */
export async function loadDataset(pool: Pool, from: string | Dataset): Promise<LoadReport> {
  const dataset = typeof from === 'string' ? await readDataset(from) : from;
  const entries = entriesOf(dataset);
  const stored = await readEntries(createReader(pool), { dataset: dataset.code });
  const glance = planOf(entries, stored);
  if (glance.added.length + glance.changed.length + glance.gone.length === 0)
    return reportOf(dataset, glance);

  // Most starts of a server find nothing to write.
  const [{ createWriter }, { carryOut }] = await Promise.all([
    import('../database/writer.ts'),
    import('./carry-out.ts'),
  ]);
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
