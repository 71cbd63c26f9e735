import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { chromiumVersion, startBrowser } from './browser.ts';
import { type BuiltGateway, startBuiltGateway } from './gateway.ts';
import { succeed } from './run.ts';
import { bundle } from './runtime/bundle.ts';
import { serveBundle } from './runtime/page.ts';
import { findProgram, type RuntimeName } from './runtime/program.ts';
import { reported, reportProgram } from './runtime/report.ts';
import { startWorker } from './runtime/worker.ts';
import { createStranger, type Stranger } from './stranger.ts';

let gateway: BuiltGateway;
let stranger: Stranger;
let browser: Browser;
beforeAll(async () => {
  [gateway, stranger, browser] = await Promise.all([startBuiltGateway(), createStranger(), startBrowser()]);
  await stranger.write('report.mjs', reportProgram);
  await stranger.write(
    'main.mjs',
    `import { report } from './report.mjs';
     console.log(JSON.stringify(await report(process.env.GATEWAY)));`,
  );
}, 180_000);
afterAll(async () => {
  await Promise.all([gateway?.close(), stranger?.remove(), browser?.close()]);
});

const titled = (name: RuntimeName) => {
  const program = findProgram(name);
  return { name, title: `${name.split(' ')[0]} ${program?.version ?? 'for another platform'}`, program };
};
/** Runtimes that run a script as it is. */
const scripted = (['Node 20', 'Node 22', 'Node 24', 'Deno', 'Bun'] as const).map(titled);
const absent = (name: RuntimeName) => `${name} does not come for ${process.platform} on ${process.arch}.`;

describe('the packed SDK answers in', () => {
  test.for(scripted)('$title', async ({ name, program }, { skip }) => {
    if (program === null) return skip(absent(name));
    const args = name === 'Deno' ? ['run', '--cached-only', '--allow-env', '--allow-net'] : [];
    const env = { GATEWAY: gateway.url, DENO_DIR: path.join(stranger.directory, 'deno') };
    const printed = await succeed(program.file, [...args, 'main.mjs'], { cwd: stranger.directory, env });
    expect(JSON.parse(printed)).toMatchObject(reported);
    const runtime = `${name === 'Deno' || name === 'Bun' ? name : 'Node.js'}/${program.version.split('.')[0]}`;
    expect(JSON.parse(printed).runtime).toContain(runtime);
  });

  test.for([titled('workerd')])('a worker of $title', async ({ name, program }, { skip }) => {
    if (program === null) return skip(absent(name));
    const answer = `
      ${reportProgram}
      export default { fetch: async (request) => Response.json(await report(await request.text())) };`;
    const { files } = await bundle(stranger, answer, { splitting: false });
    const worker = await startWorker(program.file, stranger, [...files.values()].join());
    onTestFinished(() => worker.stop());
    const response = await fetch(worker.url, { method: 'POST', body: gateway.url });
    expect(await response.json()).toEqual({ runtime: 'Cloudflare-Workers', ...reported });
  });

  test(`Chromium ${chromiumVersion}, across origins, and loads what reads lists when it is asked for`, async () => {
    const made = await bundle(stranger, `${reportProgram} globalThis.report = report;`);
    const site = await serveBundle(made);
    onTestFinished(() => site.close());
    const page = await browser.newPage();
    onTestFinished(() => page.close());
    await page.goto(site.url);
    await page.addScriptTag({ type: 'module', url: '/program.js' });
    expect(made.files.size).toBeGreaterThan(1);
    expect(site.loaded).toEqual(['program.js']);
    const answer = await page.evaluate((url) => {
      const { report } = globalThis as unknown as { report(url: string): Promise<{ runtime: string }> };
      return report(url);
    }, gateway.url);
    expect(answer).toMatchObject(reported);
    expect(answer.runtime).toContain(`Chrome/${chromiumVersion.split('.')[0]}.`);
    expect([...site.loaded].sort()).toEqual([...made.files.keys()].sort());
  });
});

test('the README tells where that was tested', async () => {
  const readme = await readFile(new URL('../../packages/sdk/README.md', import.meta.url), 'utf8');
  const runtimes = scripted.filter(({ program }) => program !== null).map(({ title }) => title);
  const told = [...runtimes, `Chromium ${chromiumVersion}`].map((title) => title.split('.')[0] ?? title);
  expect(told.filter((runtime) => !readme.includes(runtime))).toEqual([]);
});

describe('a runtime that is not installed', () => {
  const nothing = { resolve: () => null, read: () => '' };

  test('is a failure where changes are accepted', () => {
    expect(() => findProgram('Bun', 'linux-x64', nothing)).toThrow('expected @oven/bun-linux-x64');
  });

  test('is left out elsewhere', () => {
    expect(findProgram('Bun', 'linux-arm64', nothing)).toBeNull();
    expect(findProgram('Bun', 'win32-x64')).toBeNull();
  });
});

describe('a bundle for browsers', () => {
  const manifestOf = async () => {
    const file = path.join(stranger.directory, 'node_modules/@reintegration/sdk/package.json');
    return JSON.parse(await readFile(file, 'utf8'));
  };

  test('of any entry needs nothing that is not in it, but for optional peers', async () => {
    const { exports, peerDependencies = {} } = await manifestOf();
    const entries = Object.keys(exports).filter((name) => !/\.(json|graphql)$/.test(name));
    expect(entries).toEqual(expect.arrayContaining(['.', './operations']));
    for (const entry of entries) {
      const program = `export * from '${path.posix.join('@reintegration/sdk', entry)}';`;
      const isCore = ['.', './operations'].includes(entry);
      const external = isCore ? [] : Object.keys(peerDependencies);
      const { files, externals } = await bundle(stranger, program, { external });
      expect([...files.values()].join().length, entry).toBeGreaterThan(100);
      expect(
        externals.filter((name) => !external.includes(name)),
        entry,
      ).toEqual([]);
    }
  });

  test('would be found to need a module of Node', async () => {
    await stranger.write('reader.mjs', `export { readFile } from 'node:fs/promises';`);
    const { externals } = await bundle(stranger, `export * from './reader.mjs'; export * from 'fs';`);
    expect(externals).toEqual(['fs', 'node:fs/promises']);
  });
});
