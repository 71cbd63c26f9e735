import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { type DatasetKind, fileOf } from '../packages/schema/src/dataset/model.ts';
import { datasetDirectory } from './database.ts';

/** A copy of the real dataset's files that a test may edit, as an editor would. */
export type DatasetCopy = {
  readonly directory: string;
  /** Changes what a file holds; what `change` returns, if anything, takes its place. */
  // biome-ignore lint/suspicious/noExplicitAny: a test edits the files as it likes, also wrongly
  edit(kind: DatasetKind, change: (content: any) => unknown): Promise<void>;
};

/** Copies the real dataset's files for the running test. */
export async function useDatasetCopy(): Promise<DatasetCopy> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'reintegration-dataset-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  await cp(datasetDirectory, directory, { recursive: true });
  return {
    directory,
    edit: async (kind, change) => {
      const file = path.join(directory, fileOf(kind));
      const content = JSON.parse(await readFile(file, 'utf8'));
      const changed = change(content[kind]) ?? content[kind];
      await writeFile(file, JSON.stringify({ ...content, [kind]: changed }, null, 2));
    },
  };
}
