import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const program = fileURLToPath(new URL('loaded-packages.fixture.ts', import.meta.url));

it('a start loads nothing that only writing, migrating, loading datasets or checking tokens needs', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [program]);
  const loaded = JSON.parse(stdout) as string[];
  expect(loaded).toContain('fastify');
  const late = /^(@prisma\/.*|jose|kysely|zod)$/;
  expect(loaded.filter((name) => late.test(name))).toEqual([]);
});
