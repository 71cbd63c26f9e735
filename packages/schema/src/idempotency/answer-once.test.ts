import { afterAll, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../testing/database.ts';
import { restrictedOf } from '../../../../testing/execute.ts';
import { viewerOf } from '../../../../testing/viewers.ts';
import type { Restricted } from '../database/restricted.ts';
import { answerOnce } from './answer-once.ts';

const { pool, drop } = await createTestDatabase('loaded', 4);
afterAll(drop);
const restricted = restrictedOf(pool);
const viewer = viewerOf('PARTNER', { cityIds: [1] });
const PERSON = {
  projectId: 1,
  cityId: 1,
  enrolledById: 1,
  kind: 'HOUSEHOLD',
  category: 'RETURNEE',
  enrolledIn: '2025-01',
} as const;

const enrol = (within: Restricted) =>
  within.transact(viewer, (tx) => tx.beneficiary.create({ data: PERSON }));
const count = async () => (await pool.query('SELECT FROM beneficiary')).rowCount;
const ask = (key: string, execute: Parameters<typeof answerOnce<string>>[2], digest = 'd') =>
  answerOnce(restricted, { viewer, key, digest }, execute);

it('undoes one work of several, and keeps the others', async () => {
  const before = await count();
  const outcome = await ask('several', async (within) => {
    const works = await Promise.allSettled([
      enrol(within),
      within.transact(viewer, async (tx) => {
        await tx.beneficiary.create({ data: PERSON });
        throw new Error('changed my mind');
      }),
      within.transact(viewer, (tx) => tx.beneficiary.create({ data: { ...PERSON, projectId: 2_000_000 } })),
      enrol(within),
    ]);
    const states = works.map(({ status }) => status).join();
    return { answer: states, kept: states };
  });
  expect(outcome).toEqual({ made: 'fulfilled,rejected,rejected,fulfilled' });
  expect(await count()).toBe((before ?? 0) + 2);
  expect(await ask('several', async () => ({ answer: 'another', kept: 'another' }))).toEqual({
    again: 'fulfilled,rejected,rejected,fulfilled',
  });
});

it.each([
  ['throws', () => Promise.reject(new Error('lost'))],
  ['keeps nothing', async () => ({ answer: 'refused', kept: null })],
])('leaves no trace of an execution that %s', async (_what, end) => {
  const before = await count();
  const failed = ask('traceless', async (within) => {
    await enrol(within);
    return end();
  });
  await failed.catch(() => undefined);
  expect(await count()).toBe(before);
  expect(await ask('traceless', async () => ({ answer: 'a', kept: null }))).toEqual({ made: 'a' });
});

it('lets a second request wait for the first, and take its place when that fails', async () => {
  let fail = () => undefined as unknown;
  const isBegun = new Promise<void>((begun) => {
    void ask('waiting', () => {
      begun();
      return new Promise((_, reject) => {
        fail = () => reject(new Error('lost'));
      });
    }).catch(() => undefined);
  });
  await isBegun;
  const second = ask('waiting', async () => ({ answer: 'second', kept: 'second' }));
  fail();
  expect(await second).toEqual({ made: 'second' });
});

it('keeps no answer about a person that the same request erased', async () => {
  await ask('erasing', async (within) => {
    const { id } = await enrol(within);
    await within.transact(viewer, (tx) => tx.beneficiary.delete({ where: { id } }));
    return { answer: 'told', kept: 'told' };
  });
  await expect(ask('erasing', async () => ({ answer: '', kept: '' }))).rejects.toThrow('erased since');
});
