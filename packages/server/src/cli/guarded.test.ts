import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createRestricted, OPERATOR } from '@reintegration/schema';
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { useTestDatabase } from '../../../../testing/database.ts';
import { verifyAuditAndSay } from './audit.ts';
import { sayFailure } from './command.ts';
import { eraseAndSay } from './erase.ts';

const PERSON = {
  projectId: 1,
  cityId: 1,
  enrolledById: 1,
  kind: 'HOUSEHOLD',
  category: 'RETURNEE',
  enrolledIn: '2025-01',
} as const;

let told: string[];
let printed: string[];
beforeEach(() => {
  [told, printed] = [[], []];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => told.push(String(text)) > 0);
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

async function usePerson() {
  const { pool, url } = await useTestDatabase('loaded');
  vi.stubEnv('DATABASE_URL', url);
  const { id } = await createRestricted(pool).transact(OPERATOR, (tx) =>
    tx.beneficiary.create({ data: PERSON }),
  );
  return { pool, id, globalId: Buffer.from(`Beneficiary:${id}`).toString('base64url') };
}

it.each([
  ['erasing', () => eraseAndSay('x')],
  ['verifying', () => verifyAuditAndSay({})],
])('%s says that PostgreSQL cannot be reached, and where', async (_what, run) => {
  vi.stubEnv('DATABASE_URL', 'postgresql://nobody@127.0.0.1:1/none');
  const error = await run().catch((reason: unknown) => reason);
  sayFailure(error);
  expect(told.join('')).toContain('✗ PostgreSQL cannot be reached at 127.0.0.1:1: nothing listens there.');
});

it.each([
  ['never answers', () => undefined, 'the host does not answer'],
  [
    'is something else',
    (socket: Socket) => socket.end('HTTP/1.1 400 Bad Request'),
    'the connection was ended there, perhaps by something else than PostgreSQL',
  ],
])('says what is wrong where what listens %s', { timeout: 30_000 }, async (_what, answer, reason) => {
  const server = createServer(answer).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  vi.stubEnv('DATABASE_URL', `postgresql://nobody@127.0.0.1:${port}/none`);
  sayFailure(await verifyAuditAndSay({}).catch((error: unknown) => error));
  expect(told.join('')).toContain(`✗ PostgreSQL cannot be reached: ${reason}. Check DATABASE_URL`);
});

it('erases by either id, and says when there is nobody', async () => {
  const { pool, id, globalId } = await usePerson();
  await eraseAndSay(globalId);
  expect(told.join('')).toContain('✓ erased');
  expect((await pool.query('SELECT FROM beneficiary')).rowCount).toBe(0);
  for (const gone of [id, globalId, 'x', 'Q2l0eTpwaXJvdA']) {
    await expect(eraseAndSay(gone)).rejects.toThrow('There is no beneficiary of this id.');
  }
});

it('verifies the audit log, prints its head, and takes it back the next time', async () => {
  const { id } = await usePerson();
  await verifyAuditAndSay({});
  const [, hash = ''] = /^1 ([0-9a-f]{64})\n$/.exec(printed.join('')) ?? [];
  expect(hash).not.toBe('');
  await eraseAndSay(id);
  await verifyAuditAndSay({ head: hash });
  expect(told.join('')).toContain('✓ audit log: 2 entries, whole.');
  await expect(verifyAuditAndSay({ head: '1'.repeat(64) })).rejects.toThrow(
    'The head that was kept elsewhere is not in the chain: it was made anew, or cut off.',
  );
  await expect(verifyAuditAndSay({ head: 'x' })).rejects.toThrow('--head cannot be read.');
});

it('says what is wrong with the audit log', async () => {
  const { pool } = await usePerson();
  await pool.query(
    `BEGIN; ALTER TABLE audit_entry DISABLE TRIGGER ALL; UPDATE audit_entry SET caller = 'x'; COMMIT`,
  );
  await expect(verifyAuditAndSay({})).rejects.toThrow(
    'The audit log is not whole.\n  Entry 1 was changed: its hash is not that of what it says.',
  );
});
