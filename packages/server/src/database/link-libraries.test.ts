import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { EmbeddedPostgresError } from './embedded-error.ts';
import { linkLibraries } from './link-libraries.ts';

/** The programs' folder as it comes from the registry, before any install step. */
async function unpacked(list?: string): Promise<{ native: string; read(name: string): Promise<string> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'reintegration-links-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const native = path.join(folder, 'native');
  await mkdir(path.join(native, 'lib'), { recursive: true });
  await writeFile(path.join(native, 'lib/libpq.so.5.18'), 'library');
  if (list !== undefined) await writeFile(path.join(native, 'pg-symlinks.json'), list);
  return { native, read: (name) => readFile(path.join(native, 'lib', name), 'utf8') };
}

const target = (name: string) => ({ source: 'native/lib/libpq.so.5.18', target: `native/lib/${name}` });
const LIST = JSON.stringify([target('libpq.so'), target('libpq.so.5')]);

it('makes the links that no install step has made', async () => {
  const { native, read } = await unpacked(LIST);
  await linkLibraries(native);
  expect([await read('libpq.so'), await read('libpq.so.5')]).toEqual(['library', 'library']);
});

it('leaves links that are there, and makes what is missing beside them', async () => {
  const { native, read } = await unpacked(LIST);
  await symlink('elsewhere', path.join(native, 'lib/libpq.so'));
  await linkLibraries(native);
  await expect(read('libpq.so')).rejects.toMatchObject({ code: 'ENOENT' });
  expect(await read('libpq.so.5')).toBe('library');
});

it('has nothing to do where a platform needs no links', async () => {
  await linkLibraries((await unpacked('[]')).native);
  await linkLibraries((await unpacked()).native);
});

it('says how to mend it when a link cannot be made', async () => {
  const { native } = await unpacked(JSON.stringify([{ ...target(''), target: 'native/none/libpq.so' }]));
  const failed = linkLibraries(native);
  await expect(failed).rejects.toThrow(EmbeddedPostgresError);
  await expect(failed).rejects.toThrow(/link .*libpq\.so, which could not be made .*DATABASE_URL/);
});
