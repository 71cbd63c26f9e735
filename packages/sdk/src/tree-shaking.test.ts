import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import * as operations from './operations.ts';

/** What a bundler makes of a program that uses this package: what is loaded at once, and what only when it is needed. */
async function bundle(
  program: string,
  { splitting = true } = {},
): Promise<{ readonly first: string; readonly later: string }> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    splitting,
    outdir: 'nowhere',
    minify: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['reintegration-source'],
    write: false,
    external: ['react'],
    logLevel: 'error',
    charset: 'utf8',
  });
  const [first, ...later] = outputFiles;
  // A part that both need would be loaded at once too.
  expect(later.map(({ path: file }) => path.basename(file).replace(/-.*/, ''))).toEqual(
    later.map(() => 'walk'),
  );
  return { first: first?.text ?? '', later: later.map(({ text }) => text).join('') };
}

const compressed = (text: string) => gzipSync(text).length;

const texts = Object.entries(operations).map(([name, text]) => ({ name, text: String(text) }));

test('there are operations to leave out', () => {
  expect(texts.length).toBeGreaterThan(10);
  for (const { name, text } of texts) expect(text).toContain(`query ${name}`);
});

test.each(texts)('a program that names $name carries no other operation', async ({ name, text }) => {
  const { first: program } = await bundle(
    `import { ${name} } from '@reintegration/sdk/operations'; console.log(${name});`,
  );
  const carried = texts.filter((other) => program.includes(other.text)).map((other) => other.name);
  expect(carried).toEqual([name]);
  // The operation, and hardly anything around it.
  expect(program.length).toBeLessThan(text.length + 40);
});

test('a program that names nothing carries nothing', async () => {
  const { first } = await bundle(`import '@reintegration/sdk'; import '@reintegration/sdk/operations';`);
  expect(first).toBe('');
});

/** A program with the client and these operations. */
const programWith = (names: readonly string[]) => `
  import { createClient, isApiError } from '@reintegration/sdk';
  import { ${names.join(', ')} } from '@reintegration/sdk/operations';
  createClient({ url: '/graphql' })
    .run(${names[0] ?? "''"}, { project: 'p' })
    .catch((error) => console.log(${['isApiError(error)', ...names.slice(1)].join(', ')}));`;

/** Most bytes; the README tells them. */
const MOST = { one: 4_096, each: 400, lists: 1_600, live: 3_584, useQuery: 1_536 };

describe('compressed, in bytes', async () => {
  const names = texts.map(({ name }) => name);
  const { first, later } = await bundle(programWith(['ProjectFigures']));
  const all = await bundle(programWith(names));
  const withLive = await bundle(`${programWith(['ProjectFigures'])}
    import { live } from '@reintegration/sdk/live';
    live(createClient({ url: '/graphql' }), ProjectFigures, {});`);
  const withHooks = (hooks: string) =>
    bundle(`${programWith(['ProjectFigures'])}
      import { DataHubProvider, ${hooks} } from '@reintegration/sdk/react';
      console.log(DataHubProvider, ${hooks});`);
  const [useQuery, both] = [await withHooks('useQuery'), await withHooks('useQuery, useLiveQuery')];
  const whole = await bundle(programWith(['ProjectFigures']), { splitting: false });
  const sizes = {
    one: compressed(first),
    each: Math.round((compressed(all.first) - compressed(first)) / (names.length - 1)),
    lists: compressed(later),
    whole: compressed(whole.first),
    live: compressed(withLive.first) - compressed(first),
    useQuery: compressed(useQuery.first) - compressed(first),
    useLiveQuery: compressed(both.first) - compressed(useQuery.first),
  };

  test('client and one operation stay small', () => {
    expect(sizes.one).toBeLessThanOrEqual(MOST.one);
  });

  test('so does each further operation, on average and alone', async () => {
    expect(sizes.each).toBeLessThanOrEqual(MOST.each);
    const none = compressed((await bundle(programWith([]))).first);
    for (const name of names) {
      const program = compressed((await bundle(programWith([name]))).first);
      expect(program, name).toBeLessThanOrEqual(MOST.one);
      expect(program - none, name).toBeLessThanOrEqual(MOST.each);
    }
  });

  test('what reads lists is loaded when it is needed', () => {
    expect(sizes.lists).toBeGreaterThan(0);
    expect(sizes.lists).toBeLessThanOrEqual(MOST.lists);
  });

  test('so does what keeps answers fresh', () => {
    expect(sizes.live).toBeGreaterThan(0);
    expect(sizes.live).toBeLessThanOrEqual(MOST.live);
  });

  test('who uses one hook does not carry what the other needs', () => {
    expect(useQuery.first).not.toContain('figuresChanged');
    expect(both.first).toContain('figuresChanged');
    expect(sizes.useQuery).toBeLessThanOrEqual(MOST.useQuery);
  });

  test('the README tells what was measured, and the most that it may be', async () => {
    const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
    const told = [...readme.matchAll(/\| (\d\.\d KB) +\|/g)].map(([, size]) => size);
    expect(told).toEqual(Object.values(sizes).map((bytes) => `${(bytes / 1024).toFixed(1)} KB`));
    const most = [...readme.matchAll(/ KB +\| ([\d,]+) B +\|/g)].map(([, bytes]) => bytes);
    expect(most).toEqual(Object.values(MOST).map((bytes) => bytes.toLocaleString('en')));
  });
});
