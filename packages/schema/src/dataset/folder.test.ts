import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { packageFolder } from '../database/package-folder.ts';
import { type FolderContent, filesDigest, readMeans } from './folder.ts';
import { datasetKinds, schemaFileOf } from './model.ts';

function folder(files: Readonly<Record<string, string>>): FolderContent {
  return new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]));
}

const files = folder({ 'cities.json': '{}', 'project.json': '[]' });
const means = folder({ 'cities.schema.json': '1' });

it('is SHA-256 of names, lengths and bytes', () => {
  const told = '"cities.json" 2\n{}"project.json" 2\n[]"cities.schema.json" 1\n1';
  expect(filesDigest(files, means)).toBe(createHash('sha256').update(told).digest('hex'));
});

it.each([
  ['a file has other bytes', folder({ 'cities.json': '{ }', 'project.json': '[]' }), means],
  ['a file has another name', folder({ 'cities.json': '{}', 'projects.json': '[]' }), means],
  ['a file is gone', folder({ 'cities.json': '{}' }), means],
  ['a file has come', folder({ 'cities.json': '{}', 'project.json': '[]', 'x.json': '' }), means],
  ['what was one file is two', folder({ 'cities.json': '{}"project.json" 2\n[]' }), means],
  ['it is read by other means', files, folder({ 'cities.schema.json': '2' })],
])('differs when %s', (_what, others, otherMeans) => {
  expect(filesDigest(others, otherMeans)).not.toBe(filesDigest(files, means));
});

it.each([
  ['a file', new Map([...files, ['x.json', 'no permission to read it']]), means],
  ['the folder', 'nothing', means],
])('is null when %s cannot be read', (_what, others, otherMeans) => {
  expect(filesDigest(others, otherMeans)).toBeNull();
});

it('takes every schema and the version of the package for what files are read by', async () => {
  const names = ['package.json', ...datasetKinds.map((kind) => `dataset/schema/${schemaFileOf(kind)}`)];
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, packageFolder), 'utf8')));
  const read = [...(await readMeans()).values()].map(String);
  expect(read.sort()).toEqual(texts.sort());
});
