import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { root } from './tree.ts';

type Report = {
  readonly diagnostics: readonly {
    readonly category: string;
    readonly location: { readonly path: string };
  }[];
};

const program = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

/** What the project's own settings find in a tree: the file, and the rule without its group. */
async function lint(tree: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'reintegration-lint-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const name of ['biome.json', '.gitignore'])
    await copyFile(path.join(root, name), path.join(folder, name));
  for (const [name, text] of Object.entries(tree)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  const report = await new Promise<string>((resolve) => {
    const args = [program, 'lint', '.', '--reporter=json', '--max-diagnostics=none'];
    execFile(process.execPath, args, { cwd: folder }, (_error, stdout) => resolve(stdout));
  });
  const { diagnostics } = JSON.parse(report) as Report;
  return diagnostics.map(({ category, location }) => `${location.path} ${category.split('/').at(-1)}`).sort();
}

const READS_ENVIRONMENT = 'export const home = process.env.HOME;\n';
const PRINTS = `console.log('hello');\n`;
const GATHERS = `export { one } from './one.ts';\n`;
const LONG = Array.from({ length: 401 }, (_, index) => `export const n${index} = 1;\n`).join('');
const EXPORTS_DEFAULT = 'export default 1;\n';

it('finds every breach of the rules of the house', async () => {
  const found = await lint({
    'packages/server/src/one.ts': EXPORTS_DEFAULT,
    'packages/server/src/BadName.ts': 'export const one = 1;\n',
    'packages/server/src/http/env.ts': READS_ENVIRONMENT,
    'packages/schema/src/any.ts': 'export const one: any = 1;\n',
    'packages/schema/src/long.ts': LONG,
    'packages/schema/src/type.ts': `import { One } from './any.ts';\nexport type Two = One;\n`,
    'packages/sdk/src/print.ts': PRINTS,
    'packages/sdk/src/gather.ts': GATHERS,
    'packages/sdk/src/enum.ts': 'export enum One { Two }\n',
    'packages/sdk/src/float.ts':
      'async function go(): Promise<void> {}\nexport function start(): void {\n  go();\n}\n',
  });
  expect(found).toEqual([
    'packages/schema/src/any.ts noExplicitAny',
    'packages/schema/src/long.ts noExcessiveLinesPerFile',
    'packages/schema/src/type.ts useImportType',
    'packages/sdk/src/enum.ts noEnum',
    'packages/sdk/src/float.ts noFloatingPromises',
    'packages/sdk/src/gather.ts noBarrelFile',
    'packages/sdk/src/print.ts noConsole',
    'packages/server/src/BadName.ts useFilenamingConvention',
    'packages/server/src/http/env.ts noProcessEnv',
    'packages/server/src/one.ts noDefaultExport',
  ]);
});

it('finds nothing where the rules make room', async () => {
  const found = await lint({
    'vitest.config.ts': EXPORTS_DEFAULT,
    '.dependency-cruiser.mjs': EXPORTS_DEFAULT,
    'packages/server/src/config/env.ts': READS_ENVIRONMENT,
    'packages/server/src/cli/say.ts': PRINTS,
    'packages/sdk/src/index.ts': GATHERS,
    'packages/sdk/src/one.test.ts': READS_ENVIRONMENT,
    'packages/sdk/src/generated/BadName.ts': EXPORTS_DEFAULT,
    'packages/schema/scripts/write.ts': READS_ENVIRONMENT,
    'examples/report/src/report.ts': `${READS_ENVIRONMENT}${PRINTS}`,
  });
  expect(found).toEqual([]);
});
