import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { type FolderContent, filesDigest } from './folder.ts';

function folder(files: Readonly<Record<string, string>>): FolderContent {
  return new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]));
}

const files = folder({ 'cities.json': '{}', 'project.json': '[]' });
const schemas = folder({ 'cities.schema.json': '1' });

it('is SHA-256 of names, lengths and bytes', async () => {
  const told = '"cities.json" 2\n{}"project.json" 2\n[]"cities.schema.json" 1\n1';
  expect(await filesDigest(files, schemas)).toBe(createHash('sha256').update(told).digest('hex'));
});

it.each([
  ['a file has other bytes', folder({ 'cities.json': '{ }', 'project.json': '[]' }), schemas],
  ['a file has another name', folder({ 'cities.json': '{}', 'projects.json': '[]' }), schemas],
  ['a file is gone', folder({ 'cities.json': '{}' }), schemas],
  ['a file has come', folder({ 'cities.json': '{}', 'project.json': '[]', 'x.json': '' }), schemas],
  ['what was one file is two', folder({ 'cities.json': '{}"project.json" 2\n[]' }), schemas],
  ['it is read by other schemas', files, folder({ 'cities.schema.json': '2' })],
])('differs when %s', async (_what, others, otherSchemas) => {
  expect(await filesDigest(others, otherSchemas)).not.toBe(await filesDigest(files, schemas));
});

it.each([
  ['a file', new Map([...files, ['x.json', 'no permission to read it']]), schemas],
  ['the folder', 'nothing', schemas],
  ['the schemas', files, 'nothing'],
])('is null when %s cannot be read', async (_what, others, otherSchemas) => {
  expect(await filesDigest(others, otherSchemas)).toBeNull();
});
