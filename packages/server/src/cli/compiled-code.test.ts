import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished, vi } from 'vitest';
import { keepCompiled } from './compiled-code.ts';

const PROGRAM = fileURLToPath(new URL('../cli.ts', import.meta.url));

async function useFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'reintegration-compiled-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Has the program tell its version. */
function run(cacheHome: string, cwd?: string) {
  return new Promise<string>((resolve, reject) => {
    const env = { PATH: process.env.PATH, HOME: '/nowhere', XDG_CACHE_HOME: cacheHome };
    const args = ['--conditions=reintegration-source', PROGRAM, '--version'];
    execFile(process.execPath, args, { env, cwd }, (error, out) => (error ? reject(error) : resolve(out)));
  });
}

const VERSION = /^\d+\.\d+\.\d+\n$/;
const filesIn = async (folder: string) => (await readdir(folder, { recursive: true }).catch(() => [])).length;

it('code that was compiled is kept in a folder of the user, that of other versions is not', {
  timeout: 60_000,
}, async () => {
  const home = path.join(await useFolder(), 'cache');
  await mkdir(path.join(home, 'reintegration', '0.0.0-other'), { recursive: true, mode: 0o700 });
  const version = await run(home);
  expect(version).toMatch(VERSION);
  expect(await readdir(path.join(home, 'reintegration'))).toEqual([version.trim()]);
  expect(await filesIn(home)).toBeGreaterThan(100);
});

it('nothing is kept where others could put something in its place', { timeout: 60_000 }, async () => {
  const folder = await useFolder();
  const open = path.join(folder, 'open');
  await mkdir(path.join(open, 'reintegration'), { recursive: true, mode: 0o700 });
  await chmod(path.join(open, 'reintegration'), 0o777);
  const within = path.join(folder, 'within', 'cache');
  await mkdir(within, { recursive: true, mode: 0o700 });
  await chmod(path.dirname(within), 0o770);
  for (const home of [open, within, 'relative', '/dev/null', path.join(folder, 'absent', 'cache')]) {
    expect(await run(home, folder), home).toMatch(VERSION);
  }
  expect(await filesIn(path.join(open, 'reintegration'))).toBe(0);
  expect(await filesIn(within)).toBe(0);
  expect((await readdir(folder)).toSorted()).toEqual(['open', 'within']);
});

it('a user without a home keeps nothing', () => {
  vi.stubEnv('XDG_CACHE_HOME', '');
  const homeOf = vi.spyOn(os, 'homedir').mockImplementation(() => {
    throw new Error('no such user');
  });
  onTestFinished(() => void vi.unstubAllEnvs());
  onTestFinished(() => homeOf.mockRestore());
  expect(() => keepCompiled('1.2.3')).not.toThrow();
  expect(homeOf).toHaveBeenCalledOnce();
});
