import { afterAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../testing/database.ts';
import { restrictedOf } from '../../../../testing/execute.ts';
import { createOwnedDatabase } from '../../../../testing/owned-database.ts';
import { viewerOf } from '../../../../testing/viewers.ts';
import { OPERATOR } from '../database/viewer.ts';
import { createKey } from './key.ts';
import { addFamily, findViewerByKey, revokeById } from './store.ts';

const PARTNER = {
  role: 'PARTNER',
  organizationId: 3,
  projectIds: [1],
  cityIds: [1, 2],
  expiresOn: null,
} as const;

describe.each([
  ['a superuser', () => createTestDatabase('loaded')],
  ['the owner of the tables', () => createOwnedDatabase()],
])('on the pool of %s, a key', async (_user, create) => {
  const { pool, drop } = await create();
  afterAll(drop);
  const restricted = restrictedOf(pool);
  const add = async (change: object = {}) => {
    const { row, key } = await addFamily(restricted, OPERATOR, { ...PARTNER, ...change } as never);
    return { id: row.id, hash: row.hash, key };
  };
  const used = async (hash: string) => {
    const row = await restricted.transact(OPERATOR, (tx) => tx.apiKey.findUnique({ where: { hash } }));
    return row?.lastUsedOn?.toISOString().slice(0, 10) ?? null;
  };

  it('tells who shows it', async () => {
    const { id, hash } = await add({ expiresOn: new Date('2099-12-31') });
    expect(await findViewerByKey(restricted, hash)).toEqual({
      viewer: {
        role: 'PARTNER',
        caller: `key:${id}`,
        organizationId: 3,
        projectIds: [1],
        cityIds: [1, 2],
        keyExpiresOn: '2099-12-31',
      },
      expiresAt: Date.UTC(2100, 0, 1),
    });
  });

  it('that nobody was given tells nobody', async () => {
    expect(await findViewerByKey(restricted, createKey().hash)).toBeNull();
    expect(await findViewerByKey(restricted, '')).toBeNull();
    expect(await findViewerByKey(restricted, '%')).toBeNull();
  });

  it('is good to the end of its last day, and not the day after', async () => {
    const today = new Date(`${new Date().toISOString().slice(0, 10)}T00:00:00Z`);
    const yesterday = new Date(today.getTime() - 86_400_000);
    expect(await findViewerByKey(restricted, (await add({ expiresOn: today })).hash)).not.toBeNull();
    expect(await findViewerByKey(restricted, (await add({ expiresOn: yesterday })).hash)).toBeNull();
  });

  it('is good for nothing once it is revoked', async () => {
    const { id, hash } = await add();
    expect(await findViewerByKey(restricted, hash)).not.toBeNull();
    await revokeById(restricted, viewerOf('STEWARD'), id);
    expect(await findViewerByKey(restricted, hash)).toBeNull();
  });

  it('notes the day of its use, once a day', async () => {
    const { hash } = await add();
    expect(await used(hash)).toBeNull();
    await findViewerByKey(restricted, hash);
    expect(await used(hash)).toBe(new Date().toISOString().slice(0, 10));
    const version = () =>
      restricted.transact(
        OPERATOR,
        (tx) => tx.$queryRaw`SELECT xmin::text FROM api_key WHERE hash = ${hash}`,
      );
    const before = await version();
    await findViewerByKey(restricted, hash);
    expect(await version()).toEqual(before);
  });

  it('is all that a look-up sees of all keys, and it changes no other', async () => {
    const [{ hash }] = [await add(), await add()];
    const seen = await restricted.transact({ role: 'PUBLIC' }, async (tx) => {
      const before = await tx.apiKey.count();
      await tx.$executeRaw`SELECT set_config('app.key_hash', ${hash}, true)`;
      await tx.apiKey.updateMany({ data: { lastUsedOn: new Date('2020-01-01') } });
      return [before, await tx.apiKey.count()];
    });
    expect(seen).toEqual([0, 1]);
    expect(await used(hash)).toBe('2020-01-01');
    const changed = { where: { lastUsedOn: new Date('2020-01-01') } };
    expect(await restricted.transact(OPERATOR, (tx) => tx.apiKey.count(changed))).toBe(1);
  });

  it('leaves an audit entry when it is issued and when it is revoked, and none when it is used', async () => {
    const { id, hash } = await add();
    await findViewerByKey(restricted, hash);
    await revokeById(restricted, viewerOf('STEWARD', { caller: 'key:steward' }), id);
    const entries = await restricted.transact(OPERATOR, (tx) =>
      tx.auditEntry.findMany({
        select: { caller: true, kind: true, operation: true },
        where: { recordId: id },
        orderBy: { number: 'asc' },
      }),
    );
    expect(entries).toEqual([
      { caller: 'operator', kind: 'API_KEY', operation: 'INSERT' },
      { caller: 'key:steward', kind: 'API_KEY', operation: 'UPDATE' },
    ]);
  });
});
