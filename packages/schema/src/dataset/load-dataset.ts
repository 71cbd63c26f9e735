import { sql } from 'kysely';
import type { Pool } from 'pg';
import { prepare } from '../database/prepare.ts';
import { createReader } from '../database/reader.ts';
import type { LoadReport } from './entry.ts';
import { filesDigest, keptDigest, readFolder, readMeans } from './folder.ts';
import type { Dataset } from './model.ts';
import { readDataset } from './on-demand.ts';

const findLoaded = prepare((db, { digest }: { digest: string }) =>
  db
    .selectFrom('datasetFiles')
    .where('digest', '=', digest)
    .select((query) => [
      'dataset',
      query
        .selectFrom('datasetEntry')
        .whereRef('datasetEntry.dataset', '=', 'datasetFiles.dataset')
        .select(sql<number>`count(*)::int`.as('count'))
        .as('entries'),
    ]),
);

/**
 * Loads a dataset: checks all of it first, unless it was read before, then writes what an editor changed since the last
 * time, all of it or nothing. Loading the same files again changes nothing, also not what was corrected through the
 * gateway since, and does not check them again.
 *
 * @param pool - PostgreSQL at this version's migrations
 * @param from - its folder, or what {@link readDataset} read
 * @throws DatasetError with every problem of the files, and with every record that belongs to another dataset and says
 *   something else there; nothing is written then
 */
export async function loadDataset(pool: Pool, from: string | Dataset): Promise<LoadReport> {
  const digest =
    typeof from === 'string' ? filesDigest(await readFolder(from), await readMeans()) : keptDigest(from);
  const loaded = digest === null ? null : await reportLoaded(pool, digest);
  if (loaded !== null) return loaded;

  const dataset = typeof from === 'string' ? await readDataset(from) : from;
  // Most starts of a server find nothing to write.
  const { bringIn } = await import('./bring-in.ts');
  return bringIn(pool, dataset);
}

/** What there is to tell of files that were loaded as they are; null when they were not. */
async function reportLoaded(pool: Pool, digest: string): Promise<LoadReport | null> {
  const [found] = await findLoaded(createReader(pool), { digest });
  if (found === undefined) return null;
  const nothing = { added: [], changed: [], withdrawn: [], removed: [], kept: [] };
  return { ...nothing, dataset: found.dataset, unchanged: found.entries ?? 0 };
}
