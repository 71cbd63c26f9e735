import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from '@graphql-codegen/cli';
import { buildSchema, parse } from 'graphql';
import { expect, onTestFinished, test } from 'vitest';
import { plugin } from '../codegen/exports-plugin.ts';
import config from '../codegen.ts';

const packageDirectory = fileURLToPath(new URL('..', import.meta.url));

type Output = { readonly filename: string; readonly content: string };

/** An operation in a file of its own, whose comment the parser drops. */
async function exportsOf(text: string): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'reintegration-operation-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const location = path.join(folder, 'one.graphql');
  await writeFile(location, text);
  const schema = buildSchema('type Query { a: Int }');
  return String(await plugin(schema, [{ location, document: parse(text) }], {}));
}

test('tells the names of operations, and why one is deprecated', async () => {
  const text = await exportsOf('# Tells a.\n# @deprecated Use B, which\n# tells more.\nquery A { a }');
  expect(text).toContain('  A: "Use B, which tells more.",\n');
  expect(text).toContain('  AQuery: null,\n');
});

test('is as the contract and the operations make it', async () => {
  const outputs: Output[] = await generate({ ...config, cwd: packageDirectory, silent: true }, false);
  const written = await readdir(path.join(packageDirectory, 'src/generated'));
  const sources = outputs.map(({ filename }) => filename).filter((name) => name.includes('generated'));
  expect(sources.map((name) => path.basename(name)).sort()).toEqual(written.sort());
  for (const { filename, content } of outputs) {
    const checkedIn = await readFile(path.resolve(packageDirectory, filename), 'utf8');
    expect(content, 'run `pnpm generate` and review the difference').toBe(checkedIn);
  }
});
