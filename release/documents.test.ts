import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { keepDocuments } from './documents.ts';

it('documents of every release stay known', async () => {
  const root = await mkdtemp(path.join(os.tmpdir(), 'reintegration-documents-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const folder = path.join(root, 'packages/server/documents');
  await mkdir(folder, { recursive: true });
  for (const documents of [
    { a: '{ a }', b: '{ b }' },
    { b: '{ b }', c: '{ c }' },
  ]) {
    await writeFile(path.join(folder, 'sdk.json'), JSON.stringify(documents));
    await keepDocuments(root);
  }
  const kept = JSON.parse(await readFile(path.join(folder, 'released.json'), 'utf8'));
  expect(kept).toEqual({ a: '{ a }', b: '{ b }', c: '{ c }' });
});
