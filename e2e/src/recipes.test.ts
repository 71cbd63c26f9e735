import { globSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { revise } from '../../testing/revise.ts';
import { type BuiltGateway, startBuiltGateway } from './gateway.ts';
import { run, succeed } from './run.ts';
import { createStranger, type Stranger } from './stranger.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (name: string) => readFile(path.join(root, name), 'utf8');

let gateway: BuiltGateway;
let stranger: Stranger;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'reintegration-recipes-'));
  [gateway, stranger] = await Promise.all([startBuiltGateway(), createStranger()]);
}, 180_000);
afterAll(async () => {
  await Promise.all([gateway?.close(), stranger?.remove()]);
  await rm(folder, { recursive: true, force: true });
});

/** Code that a page says is a part of a file, and that does not stand in the file that was linked before it. */
async function findStrayCode(page: string, text: string): Promise<readonly string[]> {
  const parts = [...text.matchAll(/```\w+ part\n([\s\S]*?)```/g)];
  const problems = parts.map(async ({ index, 1: code = '' }) => {
    const [, link = ''] =
      [...text.slice(0, index).matchAll(/\]\(([^)]*\/examples\/[^)]*\.\w+)\)/g)].at(-1) ?? [];
    const file = path.posix.join(path.posix.dirname(page), link);
    return link !== '' && (await read(file)).includes(code) ? [] : [`${page}: not in ${file}:\n${code}`];
  });
  return (await Promise.all(problems)).flat();
}

test('code of the recipes stands in the examples', async () => {
  const pages = globSync('docs/recipes/*.md', { cwd: root });
  expect(pages.length).toBeGreaterThan(4);
  for (const page of pages) expect(await findStrayCode(page, await read(page))).toEqual([]);
});

test('code that does not is found', async () => {
  const file = 'examples/partner-report/report.yml';
  const page = `[it](../../${file})\n\n\`\`\`yaml part\nname: Report\n\`\`\`\n\n\`\`\`yaml part\nname: Other\n\`\`\`\n`;
  expect(await findStrayCode('docs/recipes/a.md', page)).toEqual([
    `docs/recipes/a.md: not in ${file}:\nname: Other\n`,
  ]);
  expect(await findStrayCode('docs/recipes/a.md', page.replace('](', '] ('))).toHaveLength(2);
});

describe('with the published data and the packed SDK', () => {
  const firstSample = async (page: string) => {
    const [, code = '', printed = ''] =
      /```ts\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/.exec(await read(page)) ?? [];
    const address = /https:\/\/data\.example\.org\/graphql|http:\/\/localhost:4000\/graphql/;
    return { code: code.replace(address, gateway.url), printed };
  };

  test.each(['README.md', 'packages/sdk/README.md', 'docs/recipes/script.md'])(
    '%s tells what its first sample prints',
    async (page) => {
      const { code, printed } = await firstSample(page);
      const file = await stranger.write('first.mts', code);
      expect(await run(process.execPath, [file])).toEqual({ code: 0, stdout: printed, stderr: '' });
    },
  );
});

describe('the query for Excel', () => {
  test('asks for a document that the gateway knows, and reads what is there', async () => {
    const query = await read('examples/spreadsheet/figures.pq');
    const said = (name: string) => {
      const [, text = ''] = new RegExp(`\\b${name} = "((?:[^"]|"")*)"`).exec(query) ?? [];
      return text.replaceAll('""', '"');
    };
    const address = new URL(`/${said('RelativePath')}`, gateway.url);
    for (const name of ['documentId', 'variables']) address.searchParams.set(name, said(name));
    const response = await fetch(address, { headers: { accept: said('Accept') } });
    const { data, errors } = (await response.json()) as { data: Answer; errors?: unknown };
    expect([response.status, errors]).toEqual([200, undefined]);

    const figures = data.project.figures;
    const grants = figures.find(({ indicator }) => (indicator as Row).name === 'Self-employment grants');
    expect(grants?.value).toBe('42');
    const taken = [...query.matchAll(/^ {16}\w+ = (?:Number\.FromText\()?((?:\[\w+\])+)/gm)];
    expect(taken.length).toBeGreaterThan(6);
    for (const [, fields = ''] of taken) expect(grants).toHaveProperty(fields.slice(1, -1).split(']['));
  });

  type Row = Readonly<Record<string, unknown>>;
  type Answer = { readonly project: { readonly figures: readonly Row[] } };
});

describe('the scheduled report', () => {
  test('is written, and kept when something was published', async () => {
    const checkout = path.join(folder, 'checkout');
    await cp(path.join(root, 'examples/partner-report/src'), path.join(checkout, 'src'), { recursive: true });
    await cp(path.join(root, 'examples/partner-report/package.json'), path.join(checkout, 'package.json'));
    await symlink(
      path.join(root, 'examples/partner-report/node_modules'),
      path.join(checkout, 'node_modules'),
    );
    await writeFile(path.join(checkout, '.gitignore'), 'node_modules\n');
    const sh = (script: string) =>
      succeed('sh', ['-e', '-c', script], { cwd: checkout, env: { GATEWAY_URL: gateway.url } });
    await sh(`git init --quiet --bare ../origin && git init --quiet --initial-branch main
      git remote add origin ../origin && git config push.autoSetupRemote true`);

    const { on, jobs } = parse(await read('examples/partner-report/report.yml')) as Workflow;
    expect(on.schedule[0]?.cron).toMatch(/^\d+ \d+ \* \* [0-6]$/);
    // Packages are there already.
    const steps = jobs.report.steps.flatMap(({ run: script }) =>
      script === undefined || script === 'npm ci' ? [] : [script],
    );
    expect(steps).toHaveLength(2);
    const report = async () => {
      for (const step of steps) await sh(step);
      return Number(
        await succeed('git', ['rev-list', '--count', 'main'], { cwd: path.join(folder, 'origin') }),
      );
    };

    expect(await report()).toBe(1);
    expect(await readFile(path.join(checkout, 'figures.csv'), 'utf8')).toContain('self-employment-grants,');
    expect(await report()).toBe(1);
    const client = new pg.Client(gateway.database.url);
    await client.connect();
    const { rows } = await client.query<{ key: string }>(`SELECT key FROM measurement ORDER BY key LIMIT 1`);
    await revise(client, { key: rows[0]?.key ?? '', value: 4_711 });
    await client.end();
    await expect.poll(report, { timeout: 15_000 }).toBe(2);
    expect(await readFile(path.join(checkout, 'figures.txt'), 'utf8')).toContain('Data version 2');
  }, 60_000);

  type Workflow = {
    readonly on: { readonly schedule: readonly { readonly cron: string }[] };
    readonly jobs: { readonly report: { readonly steps: readonly { readonly run?: string }[] } };
  };
});
