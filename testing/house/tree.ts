import { execFile } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** One file of the project, by its path from the root, with slashes. */
export type HouseFile = { readonly path: string; readonly text: string };

/** The folder of the whole project. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

const BINARY = /\.(png|jpe?g|gif|ico|woff2?|ttf|gz|tgz|wasm|pdf|xlsx)$/;

/** Every path that git tracks or would track. Who owns the checkout does not matter. */
export async function listByGit(): Promise<readonly string[]> {
  const ask = ['-c', 'safe.directory=*', 'ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const { stdout } = await promisify(execFile)('git', ask, { cwd: root, maxBuffer: 2 ** 26 });
  const listed = new Set(stdout.split('\0').filter((name) => name !== ''));
  return [...listed].filter((name) => existsSync(path.join(root, name))).sort();
}

/** The same without git, for a copy of the project that has no history. Reads the simple patterns of `.gitignore`. */
export async function listByFolder(): Promise<readonly string[]> {
  const lines = (await readFile(path.join(root, '.gitignore'), 'utf8'))
    .split('\n')
    .map((line) => line.trim());
  const patterns = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const exclude = [...patterns, '.git/'].flatMap((pattern) => {
    const name = pattern.replace(/^\/|\/$/g, '');
    return pattern.replace(/\/$/, '').includes('/')
      ? [name, `${name}/**`]
      : [name, `**/${name}`, `**/${name}/**`];
  });
  const found = globSync(['**/*', '**/.*', '**/.*/**/*'], { cwd: root, exclude, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile());
  const names = files.map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
  return [...new Set(names.map((name) => name.split(path.sep).join('/')))].sort();
}

/** Every text file of the project. */
export async function readHouse(): Promise<readonly HouseFile[]> {
  const names = await listByGit().catch(listByFolder);
  return Promise.all(
    names
      .filter((name) => !BINARY.test(name))
      .map(async (name) => ({ path: name, text: await readFile(path.join(root, name), 'utf8') })),
  );
}
