import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from '@graphql-codegen/cli';
import { expect, test } from 'vitest';
import config from '../codegen.ts';

const packageDirectory = fileURLToPath(new URL('..', import.meta.url));

type Output = { readonly filename: string; readonly content: string };

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
