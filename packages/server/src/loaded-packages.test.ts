import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const program = fileURLToPath(new URL('loaded-packages.fixture.ts', import.meta.url));

async function readLoaded() {
  const { stdout } = await promisify(execFile)(process.execPath, [program]);
  return JSON.parse(stdout) as { readonly packages: readonly string[]; readonly parts: readonly string[] };
}

it('a start loads nothing that only writing, migrating, loading datasets or checking tokens needs', async () => {
  const { packages, parts } = await readLoaded();
  expect(packages).toContain('fastify');
  const late = /^(@pothos\/.*|@prisma\/.*|graphql-scalars|jose|kysely|zod)$/;
  expect(packages.filter((name) => late.test(name))).toEqual([]);
  expect(parts).toContain('NativeModule _http_server');
  expect(parts.filter((name) => name.includes('undici'))).toEqual([]);
});
