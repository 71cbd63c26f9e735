import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { packageFolder } from '../database/package-folder.ts';

/** Finds the folders of the datasets that come with this package. */
export async function bundledDatasets(): Promise<readonly string[]> {
  const folder = new URL('dataset/', packageFolder);
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && entry.name !== 'schema')
    .map(({ name }) => fileURLToPath(new URL(name, folder)))
    .sort();
}
