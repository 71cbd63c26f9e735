import { expect, it } from 'vitest';
import { bundledDatasets } from './bundled-datasets.ts';
import { readDataset } from './read-dataset.ts';

it('finds datasets that can be read, and nothing else', async () => {
  const folders = await bundledDatasets();
  expect(folders.length).toBeGreaterThan(0);
  for (const folder of folders) expect((await readDataset(folder)).measurements).not.toEqual([]);
});
