import type { Dataset } from './model.ts';

/**
 * Reads a dataset from its folder and checks it as a whole, without a database.
 *
 * @throws DatasetError with every problem of every file, so that an editor sees all of them at once
 * @example
 * const dataset = await readDataset('packages/schema/dataset/reintegration-ii');
 */
export async function readDataset(directory: string): Promise<Dataset> {
  // What checks datasets takes time to load, and whoever only serves never needs it.
  const read = await import('./read-dataset.ts');
  return read.readDataset(directory);
}
