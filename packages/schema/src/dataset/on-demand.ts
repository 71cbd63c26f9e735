import type { Pool } from 'pg';
import type { LoadReport } from './load-dataset.ts';
import type { Dataset } from './model.ts';

// What checks and writes datasets takes time to load, and whoever only serves never needs it.

/**
 * Loads a dataset: checks all of it first, unless it was read before, then writes what an editor changed since the last time,
 * all of it or nothing. Loading the same files again changes nothing, also not what was corrected through the gateway
 * since.
 *
 * @param pool - PostgreSQL at this version's migrations
 * @param from - its folder, or what {@link readDataset} read
 * @throws DatasetError with every problem of the files, and with every record that belongs to another dataset and says
 *   something else there; nothing is written then
 */
export async function loadDataset(pool: Pool, from: string | Dataset): Promise<LoadReport> {
  const load = await import('./load-dataset.ts');
  return load.loadDataset(pool, from);
}

/**
 * Reads a dataset from its folder and checks it as a whole, without a database.
 *
 * @throws DatasetError with every problem of every file, so that an editor sees all of them at once
 * @example
 * const dataset = await readDataset('packages/schema/dataset/reintegration-ii');
 */
export async function readDataset(directory: string): Promise<Dataset> {
  const read = await import('./read-dataset.ts');
  return read.readDataset(directory);
}
