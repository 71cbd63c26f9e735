import type { Pool } from 'pg';
import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '../../../../testing/database.ts';
import { restrictedOf } from '../../../../testing/execute.ts';
import { viewerOf } from '../../../../testing/viewers.ts';
import { EMPTY } from './chain.ts';
import { verifyAudit } from './verify.ts';

const PERSON = {
  projectId: 1,
  cityId: 1,
  enrolledById: 1,
  kind: 'HOUSEHOLD',
  category: 'RETURNEE',
  enrolledIn: '2025-01',
} as const;
const partner = viewerOf('PARTNER', { cityIds: [1], caller: 'subject:https://issuer#"Љ\u2028\u007f\\\n😀' });

/** A log of so many entries. */
async function useLog(length: number): Promise<Pool> {
  const { pool } = await useTestDatabase('loaded');
  for (let entry = 0; entry < length; entry += 1) {
    await restrictedOf(pool).transact(partner, (tx) => tx.beneficiary.create({ data: PERSON }));
  }
  return pool;
}

const verify = (pool: Pool, head?: string) => verifyAudit(restrictedOf(pool), head);

/** Does with the log what only a superuser can, who has switched off what guards it. */
async function tamper(pool: Pool, statements: string): Promise<void> {
  await pool.query(`BEGIN; ALTER TABLE audit_entry DISABLE TRIGGER ALL; ${statements};
    ALTER TABLE audit_entry ENABLE TRIGGER ALL; COMMIT`);
}

describe('the audit log', () => {
  it('is whole when nobody touched it, and tells where it ends', async () => {
    const pool = await useLog(0);
    expect(await verify(pool)).toEqual({ head: EMPTY, entries: 0, problems: [] });
    await restrictedOf(pool).transact(partner, (tx) => tx.beneficiary.createMany({ data: [PERSON, PERSON] }));
    await restrictedOf(pool).transact(partner, (tx) =>
      tx.beneficiary.updateMany({ data: { kind: 'PERSON' } }),
    );
    await restrictedOf(pool).transact(partner, (tx) => tx.beneficiary.deleteMany());
    const { head, entries, problems } = await verify(pool, EMPTY.hash);
    expect({ entries, problems }).toEqual({ entries: 6, problems: [] });
    const { rows } = await pool.query('SELECT number, hash FROM audit_head');
    expect(rows).toEqual([head]);
    expect(await verify(pool, head.hash)).toEqual({ head, entries: 6, problems: [] });
  });

  it('takes concurrent writers in one line', async () => {
    const pool = await useLog(0);
    await Promise.all(
      Array.from({ length: 20 }, () =>
        restrictedOf(pool).transact(partner, (tx) => tx.beneficiary.create({ data: PERSON })),
      ),
    );
    expect(await verify(pool)).toMatchObject({ entries: 20, head: { number: 20 }, problems: [] });
  });

  it.each([
    ['UPDATE audit_entry SET caller = $$x$$'],
    ['DELETE FROM audit_entry'],
    ['TRUNCATE audit_entry'],
    ['TRUNCATE beneficiary CASCADE'],
  ])('refuses "%s", even to a superuser', async (statement) => {
    const pool = await useLog(1);
    await expect(pool.query(statement)).rejects.toThrow(/only ever added to|one by one/);
    expect(await verify(pool)).toMatchObject({ entries: 1, problems: [] });
  });

  it.each([
    ['at', `at = at + interval '1 microsecond'`],
    ['caller', `caller = 'somebody else'`],
    ['kind', `kind = 'SUPPORT'`],
    ['operation', `operation = 'UPDATE'`],
    ['record', `record_id = record_id || 'x'`],
    ['digest before', `before = after`],
    ['digest after', `after = NULL`],
    ['hash', `hash = repeat('1', 64)`],
  ])('shows an entry whose %s was changed', async (_what, change) => {
    const pool = await useLog(4);
    await tamper(pool, `UPDATE audit_entry SET ${change} WHERE number = 2`);
    const { problems } = await verify(pool);
    expect(problems[0]).toBe('Entry 2 was changed: its hash is not that of what it says.');
  });

  it.each([
    ['removed', 'DELETE FROM audit_entry WHERE number = 2', 'Entry 2 is missing.'],
    ['removed at the beginning', 'DELETE FROM audit_entry WHERE number < 3', 'Entries 1 to 2 are missing.'],
    [
      'removed, with the others moved up',
      'DELETE FROM audit_entry WHERE number = 2; UPDATE audit_entry SET number = number - 1 WHERE number > 2',
      'Entry 2 was changed: its hash is not that of what it says.',
    ],
    [
      'reordered',
      'UPDATE audit_entry SET number = -2 WHERE number = 2; UPDATE audit_entry SET number = 2 WHERE number = 3; UPDATE audit_entry SET number = 3 WHERE number = -2',
      'Entry 2 was changed: its hash is not that of what it says.',
    ],
    [
      'cut off',
      'DELETE FROM audit_entry WHERE number = 4',
      'The chain was cut off: it ends at entry 3, its head at 4.',
    ],
    [
      'removed, all of them',
      'DELETE FROM audit_entry',
      'The chain was cut off: it ends at entry 0, its head at 4.',
    ],
    [
      'added by hand',
      `INSERT INTO audit_entry SELECT 5, at, caller, kind, operation, record_id, before, after, hash, hash FROM audit_entry WHERE number = 4`,
      'Entry 5 was changed: its hash is not that of what it says.',
    ],
    ['left without a head', 'DELETE FROM audit_head', 'The head of the chain is missing.'],
  ])('shows entries that were %s', async (_what, change, problem) => {
    const pool = await useLog(4);
    await tamper(pool, change);
    expect((await verify(pool)).problems[0]).toBe(problem);
  });

  it('shows that it was cut off also after others have written', async () => {
    const pool = await useLog(4);
    await tamper(pool, 'DELETE FROM audit_entry WHERE number > 2');
    for (let more = 0; more < 4; more += 1) {
      await restrictedOf(pool).transact(partner, (tx) => tx.beneficiary.create({ data: PERSON }));
    }
    expect((await verify(pool)).problems).toEqual([
      'The chain ends at entry 6, which its head does not know.',
    ]);
  });

  it('that was cut off together with its head is known by a head that was kept elsewhere', async () => {
    const pool = await useLog(4);
    const { head } = await verify(pool);
    const cut = `DELETE FROM audit_entry WHERE number > 2;
      UPDATE audit_head SET (number, hash) = (SELECT number, hash FROM audit_entry WHERE number = 2)`;
    await tamper(pool, cut);
    expect((await verify(pool)).problems).toEqual([]);
    expect((await verify(pool, head.hash)).problems).toEqual([
      'The head that was kept elsewhere is not in the chain: it was made anew, or cut off.',
    ]);
  });
});
