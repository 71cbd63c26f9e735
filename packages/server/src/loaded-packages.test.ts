import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const program = fileURLToPath(new URL('loaded-packages.fixture.ts', import.meta.url));

async function readLoaded(module = '@reintegration/server') {
  const { stdout } = await promisify(execFile)(process.execPath, [program, module]);
  return JSON.parse(stdout) as { readonly files: readonly string[]; readonly parts: readonly string[] };
}

it('a start loads nothing that only writing, migrating, loading datasets, checking tokens or the explorer needs', async () => {
  const { files, parts } = await readLoaded();
  expect(files).toContain('fastify/fastify.js');
  const late = /^(@fastify\/send|@pothos\/.*|@prisma\/.*|graphql-scalars|jose|kysely|zod)\//;
  expect(files.filter((name) => late.test(name))).toEqual([]);
  expect(parts).toContain('NativeModule _http_server');
  expect(parts.filter((name) => name.includes('undici'))).toEqual([]);
});

it('a gateway is made without what compiles JSON Schemas, of which it has none', async () => {
  const { files } = await readLoaded('./http/create-app.fixture.ts');
  expect(files).toContain('fastify/lib/route.js');
  expect(
    files.filter((name) => /^@fastify\/(ajv-compiler|fast-json-stringify-compiler)\//.test(name)),
  ).toEqual([]);
});

it('a start loads Apollo Server in the form that Node loads quickest', async () => {
  const { files } = await readLoaded();
  expect(files).toContain('@apollo/server/dist/cjs/index.js');
  expect(files.filter((name) => /^@(apollo|graphql-tools)\/.*\/esm\//.test(name))).toEqual([]);
});
