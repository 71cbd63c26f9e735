import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import * as operations from './operations.ts';

/** What a bundler makes of a program that uses this package. */
async function bundle(program: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['reintegration-source'],
    write: false,
    logLevel: 'error',
    charset: 'utf8',
  });
  return outputFiles[0]?.text ?? '';
}

const texts = Object.entries(operations).map(([name, text]) => ({ name, text: String(text) }));

test('there are operations to leave out', () => {
  expect(texts.length).toBeGreaterThan(10);
  for (const { name, text } of texts) expect(text).toContain(`query ${name}`);
});

test.each(texts)('a program that names $name carries no other operation', async ({ name, text }) => {
  const program = await bundle(
    `import { ${name} } from '@reintegration/sdk/operations'; console.log(${name});`,
  );
  const carried = texts.filter((other) => program.includes(other.text)).map((other) => other.name);
  expect(carried).toEqual([name]);
  // The operation, and hardly anything around it.
  expect(program.length).toBeLessThan(text.length + 40);
});

test('a program that names nothing carries nothing', async () => {
  expect(await bundle(`import '@reintegration/sdk'; import '@reintegration/sdk/operations';`)).toBe('');
});

test('client and one operation stay small', async () => {
  const text = await bundle(
    `import { createClient, isApiError } from '@reintegration/sdk';
    import { ProjectFigures } from '@reintegration/sdk/operations';
    createClient({ url: '/graphql' }).run(ProjectFigures, { project: 'p' }).catch((e) => console.log(isApiError(e)));`,
  );
  expect(gzipSync(text).length, 'bytes, compressed').toBeLessThanOrEqual(4_096);
});
