import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Folders of the datasets that come with the schema package. */
export async function findOwnDatasets(): Promise<readonly string[]> {
  const manifest = createRequire(import.meta.url).resolve('@reintegration/schema/package.json');
  const folder = path.join(path.dirname(manifest), 'dataset');
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && entry.name !== 'schema')
    .map(({ name }) => path.join(folder, name))
    .sort();
}
