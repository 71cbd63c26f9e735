import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findKeyIn, findViewerByKey } from '@reintegration/schema';
import { afterAll, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../testing/database.ts';
import { restrictedOf } from '../../../../testing/execute.ts';

const PROGRAM = fileURLToPath(new URL('../cli.ts', import.meta.url));
const database = await createTestDatabase('loaded');
afterAll(() => database.drop());

/** Runs the program on the test's database. */
function run(...args: readonly string[]) {
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const node = ['--conditions=reintegration-source', PROGRAM, 'key', ...args];
    const env = { ...process.env, DATABASE_URL: database.url };
    execFile(process.execPath, node, { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}
const SCOPE = ['--organization', 'asb-see', '--project', 'reintegration-ii'];
const whose = (text: string) =>
  findViewerByKey(restrictedOf(database.pool), findKeyIn(text.trim())?.hash ?? '');

it('issues the first key, lists, rotates and revokes it', { timeout: 60_000 }, async () => {
  const issued = await run('issue', '--role', 'STEWARD', ...SCOPE, '--expires', '2099-12-31');
  expect(issued.code, issued.err).toBe(0);
  expect(issued.out).toMatch(/^rk_[0-9A-Za-z]{24}_[0-9A-Za-z]{6}\n$/);
  expect((await whose(issued.out))?.viewer).toMatchObject({ role: 'STEWARD', keyExpiresOn: '2099-12-31' });

  const listed = await run('list');
  const [, id = ''] =
    /^([\da-f-]{36}) {2}live {5}STEWARD {2}asb-see reintegration-ii/m.exec(listed.out) ?? [];
  expect(id).not.toBe('');
  expect(listed.out).not.toContain(issued.out.slice(3, 27));

  const rotated = await run('rotate', id);
  expect((await whose(rotated.out))?.viewer).toMatchObject({ role: 'STEWARD', keyExpiresOn: '2099-12-31' });
  const third = await run('rotate', id);
  expect([third.code, third.out]).toEqual([1, '']);
  expect(third.err).toContain(`<id> "${id}": Two keys of its family live already. Revoke the one`);

  expect((await run('revoke', id)).err).toContain(`✓ revoked ${id}`);
  expect(await whose(issued.out)).toBeNull();
  expect(await whose(rotated.out)).not.toBeNull();
});

it('says what is wrong with each option', { timeout: 60_000 }, async () => {
  const wrong = await run(
    'issue',
    '--role',
    'PARTNER',
    '--organization',
    'nobody',
    '--project',
    'x',
    '--expires',
    '1',
  );
  expect([wrong.code, wrong.out]).toEqual([1, '']);
  expect(wrong.err.slice(wrong.err.indexOf('✗'))).toBe(
    [
      '✗ Nothing was done:',
      '  --organization "nobody": There is no organization of this code.',
      '  --project "x": There is no project of this code among yours.',
      '  --city: No city was named. Expected at least one.',
      '  --expires "1": Expected a whole day, such as 2027-12-31.\n',
    ].join('\n'),
  );
  const missing = await run('issue', '--role', 'ADMIN');
  expect(missing.err).toContain('Allowed choices are MEMBER, PARTNER, STEWARD');
  expect((await run('revoke', 'nonsense')).err).toContain('<id> "nonsense": There is no such key');
});
