import { globSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltGateway, startBuiltGateway } from './gateway.ts';
import { run } from './run.ts';
import { createStranger, type Stranger } from './stranger.ts';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const SDK = 'node_modules/@reintegration/sdk';

/** What `build` in a `package.json` runs. */
const BUILDERS: Readonly<Record<string, string>> = {
  'vite build': 'node_modules/vite/bin/vite.js',
  'astro build': 'node_modules/astro/bin/astro.mjs',
};

let gateway: BuiltGateway;
let stranger: Stranger;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'reintegration-examples-'));
  [gateway, stranger] = await Promise.all([startBuiltGateway(), createStranger()]);
}, 180_000);
afterAll(async () => {
  await Promise.all([gateway?.close(), stranger?.remove()]);
  await rm(folder, { recursive: true, force: true });
});

/** Copies an example out of the repository, and gives it its packages with the packed SDK among them. */
async function copyOut(name: string): Promise<string> {
  const [from, to] = [path.join(examples, name), path.join(folder, name)];
  const isOwn = (file: string) => !/^(node_modules|dist|\.astro)\b/.test(path.relative(from, file));
  await cp(from, to, { recursive: true, filter: isOwn });
  await cp(path.join(stranger.directory, SDK), path.join(to, SDK), { recursive: true });
  const packages = globSync(['*', '@types/*'], { cwd: path.join(from, 'node_modules') });
  await mkdir(path.join(to, 'node_modules/@types'), { recursive: true });
  for (const entry of packages.filter((each) => !['@reintegration', '@types'].includes(each))) {
    await symlink(path.join(from, 'node_modules', entry), path.join(to, 'node_modules', entry));
  }
  return to;
}

const programs = globSync('*/package.json', { cwd: examples }).map(path.dirname);

test('there are examples to copy', () => {
  expect(programs.length).toBeGreaterThan(4);
});

describe.each(programs)('%s, copied out of the repository', (name) => {
  test('is typed and built', async () => {
    const cwd = await copyOut(name);
    expect(await run(process.execPath, [tsc, '-p', '.'], { cwd })).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });

    const { scripts = {} } = JSON.parse(await readFile(path.join(cwd, 'package.json'), 'utf8')) as {
      readonly scripts?: { readonly build?: string };
    };
    if (scripts.build === undefined) return;
    const env = { GATEWAY_URL: gateway.url, ASTRO_TELEMETRY_DISABLED: '1' };
    const built = await run(process.execPath, [BUILDERS[scripts.build] ?? '', 'build'], { cwd, env });
    expect(built.code, built.stderr).toBe(0);
    expect(await readdir(path.join(cwd, 'dist'))).toContain('index.html');
  }, 120_000);
});
