import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltGateway, startBuiltGateway } from './gateway.ts';
import { run } from './run.ts';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));
const NOWHERE = 'http://127.0.0.1:1025/graphql';

let gateway: BuiltGateway;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'reintegration-pages-'));
  gateway = await startBuiltGateway();
}, 180_000);
afterAll(async () => {
  await gateway?.close();
  await rm(folder, { recursive: true, force: true });
});

/** What both pages say: a plain value, one above a thousand, and one of a city with its qualifier; and a source. */
function expectFigures(html: string): void {
  expect(html).toMatch(
    /<th scope="row">Self-employment grants<\/th><td>2023<\/td><td>whole project<\/td><td>42<\/td>/,
  );
  expect(html).toMatch(
    /<th scope="row">Children and youth in workshops<\/th><td>2023<\/td><td>whole project<\/td><td>1,317<\/td>/,
  );
  expect(html).toMatch(
    /<th scope="row">Good Neighbor Club participants<\/th>.*?<td>Novi Pazar<\/td><td>more than 250<\/td>/,
  );
  // A title alone shows on no touch screen, and not in print.
  expect(html).not.toContain('title=');
  expect(html).toMatch(/<td>42<\/td><td><div lang="en"><small>Results of project[^<]+<\/small><\/div><\/td>/);
}

describe('the page with Astro', () => {
  const cwd = path.join(examples, 'astro-page');
  const buildSite = (name: string, url: string) =>
    run(
      process.execPath,
      [path.join(cwd, 'node_modules/astro/bin/astro.mjs'), 'build', '--outDir', path.join(folder, name)],
      {
        cwd,
        env: { GATEWAY_URL: url, ASTRO_TELEMETRY_DISABLED: '1' },
      },
    );

  test('has the figures when it is built', async () => {
    expect(await buildSite('site', gateway.url)).toMatchObject({ code: 0 });
    expectFigures(await readFile(path.join(folder, 'site/index.html'), 'utf8'));
  }, 60_000);

  test('is not built when the gateway cannot be reached', async () => {
    const { code, stderr } = await buildSite('none', NOWHERE);
    expect([code, stderr]).toEqual([1, expect.stringContaining('cannot be reached')]);
    expect(await readdir(path.join(folder, 'none'))).not.toContain('index.html');
  }, 60_000);
});

describe('the page with Next.js', () => {
  /** Renders the page by React, as Next.js does when it makes it again. */
  const render = async (url: string) => {
    const program = path.join(folder, 'page.mjs');
    const contents = `
      import { renderToStaticMarkup } from 'react-dom/server.edge';
      import FiguresPage, { revalidate } from './page.tsx';
      console.log(renderToStaticMarkup(await FiguresPage()), revalidate);`;
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: path.join(examples, 'next-page/app/figures') },
      bundle: true,
      format: 'esm',
      platform: 'node',
      jsx: 'automatic',
      write: false,
      logLevel: 'error',
      banner: {
        js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`,
      },
    });
    await writeFile(program, outputFiles[0]?.text ?? '');
    return run(process.execPath, [program], { env: { GATEWAY_URL: url } });
  };

  test('has the figures each time it is made', async () => {
    const { code, stdout } = await render(gateway.url);
    expect(code).toBe(0);
    expectFigures(stdout);
    expect(stdout).toMatch(/ 300\n$/);
  });

  test('is not made when the gateway cannot be reached', async () => {
    const { code, stderr } = await render(NOWHERE);
    expect([code, stderr]).toEqual([1, expect.stringContaining('cannot be reached')]);
  });
});
