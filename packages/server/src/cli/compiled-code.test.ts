import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';

const PROGRAM = fileURLToPath(new URL('../cli.ts', import.meta.url));

async function useFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'reintegration-compiled-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

function run(cacheHome: string, ...args: readonly string[]) {
  return new Promise<{ signal: string | null; out: string }>((resolve) => {
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, XDG_CACHE_HOME: cacheHome };
    execFile(process.execPath, ['--conditions=reintegration-source', ...args], { env }, (error, out) =>
      resolve({ signal: error?.signal ?? null, out }),
    );
  });
}

const filesIn = async (cacheHome: string) =>
  (await readdir(path.join(cacheHome, 'reintegration', 'compiled'), { recursive: true })).length;

it('code that was compiled is kept in the folder of the user', { timeout: 60_000 }, async () => {
  const folder = await useFolder();
  expect((await run(folder, PROGRAM, '--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(await filesIn(folder)).toBeGreaterThan(100);
});

it('a server that is killed has kept it all the same', { timeout: 60_000 }, async () => {
  const folder = await useFolder();
  const module = new URL('compiled-code.ts', import.meta.url).href;
  const program = `const { keepCompiled, writeCompiled } = await import('${module}');
    keepCompiled(); writeCompiled(); await import('${new URL('heap.ts', import.meta.url).href}');
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 6_000);`;
  expect((await run(folder, '--input-type=module', '-e', program)).signal).toBe('SIGKILL');
  expect(await filesIn(folder)).toBeGreaterThan(1);
});

it('where nothing can be kept, the program runs all the same', { timeout: 60_000 }, async () => {
  const folder = await useFolder();
  await chmod(folder, 0o500);
  expect((await run(path.join(folder, 'absent'), PROGRAM, '--version')).out).toMatch(/^\d+/);
  expect((await run('/dev/null', PROGRAM, '--version')).out).toMatch(/^\d+/);
});
