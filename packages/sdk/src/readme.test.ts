import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGateway } from './gateway.fixture.ts';
import * as operations from './operations.ts';

const directory = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../../../', import.meta.url));
const names = [
  'README.md',
  'packages/sdk/README.md',
  ...globSync('{packages/sdk/docs,docs/recipes}/*.md', { cwd: root }),
];
const pages = await Promise.all(
  names.map(async (name) => ({ name, text: await readFile(path.join(root, name), 'utf8') })),
);
const samples = pages.flatMap(({ name, text }) =>
  [...text.matchAll(/```(tsx?|js)\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g)].map(
    ([, language = '', code = '', printed = '']) => ({ name, language: language as Language, code, printed }),
  ),
);
type Language = 'ts' | 'tsx' | 'js';

let gateway: Awaited<ReturnType<typeof startGateway>>;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

test('every sample tells what it prints', () => {
  expect(names.length).toBeGreaterThan(8);
  for (const { name, text } of pages) {
    const own = samples.filter((sample) => sample.name === name);
    expect([name, text.match(/```(?:tsx?|js)\n/g)?.length ?? 0]).toEqual([name, own.length]);
  }
});

describe.each(samples)('$name: $code', ({ language, code, printed }) => {
  test('prints what it tells', async () => {
    expect(await run(code, language)).toBe(printed);
  });
});

test('compiles', () => {
  expect(problemsIn(samples.filter(({ language }) => language !== 'js'))).toEqual([]);
});

test('names every operation', () => {
  const readme = pages.find(({ name }) => name === 'packages/sdk/README.md')?.text;
  for (const name of Object.keys(operations)) expect(readme).toContain(`\`${name}\``);
});

/** What samples have in place of the gateway. */
const ADDRESSES = /https:\/\/data\.example\.org\/graphql|http:\/\/localhost:4000\/graphql/g;

/** Bundles a sample with the sources of this package and runs it as a program of its own. */
async function run(code: string, language: Language): Promise<string> {
  const contents = code.replaceAll(ADDRESSES, gateway.url);
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: directory, loader: language },
    bundle: true,
    format: 'esm',
    platform: 'node',
    jsx: 'automatic',
    external: ['react', 'react-dom'],
    conditions: ['reintegration-source'],
    write: false,
  });
  const program = outputFiles[0]?.text ?? '';
  const running = promisify(execFile)(process.execPath, ['--input-type=module', '-'], { cwd: directory });
  running.child.stdin?.end(program);
  return (await running).stdout;
}

function problemsIn(programs: typeof samples): string[] {
  const files = new Map(
    programs.map(({ code, language }, index) => [`${directory}readme-sample-${index}.${language}`, code]),
  );
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    customConditions: ['reintegration-source'],
    allowImportingTsExtensions: true,
    exactOptionalPropertyTypes: true,
    strict: true,
    jsx: ts.JsxEmit.ReactJSX,
    noEmit: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile: readSource } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readSource(name);
  const program = ts.createProgram([...files.keys()], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
}
