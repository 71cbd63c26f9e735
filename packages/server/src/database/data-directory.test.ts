import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { defaultDataDirectory } from './data-directory.ts';
import { isReachableBy, postgresUser } from './os-user.ts';

async function useFolder(mode: number): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'reintegration-data-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(path.join(folder, 'project'));
  await chmod(folder, mode);
  return path.join(folder, 'project');
}

it('is where the program is started', async () => {
  const folder = await useFolder(0o755);
  expect(await defaultDataDirectory(folder)).toBe(path.join(folder, '.data'));
});

it.runIf(postgresUser() !== null)(
  'is elsewhere for root in a folder that PostgreSQL could not enter',
  async () => {
    const folder = await useFolder(0o700);
    const chosen = await defaultDataDirectory(folder);
    expect(chosen).toMatch(/^\/var\/lib\/reintegration\/project-[\da-f]{8}$/);
    expect(await isReachableBy({ uid: 65534, gid: 65534 }, chosen)).toBe(true);
    expect(await defaultDataDirectory(folder)).toBe(chosen);
    expect(await defaultDataDirectory(await useFolder(0o700))).not.toBe(chosen);
  },
);

it.runIf(postgresUser() === null)('is where the program is started, whoever else may enter', async () => {
  const folder = await useFolder(0o700);
  expect(await defaultDataDirectory(folder)).toBe(path.join(folder, '.data'));
});
