import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../testing/database.ts';
import { createOwnedDatabase } from '../../../../testing/owned-database.ts';
import { createRestricted, type Restricted } from './restricted.ts';
import { OPERATOR, type Viewer } from './viewer.ts';

const partner = (projectIds: readonly number[]): Viewer => ({
  role: 'PARTNER',
  caller: 'key:test',
  organizationId: 1,
  projectIds,
  cityIds: [1],
});
const person = {
  projectId: 1,
  kind: 'PERSON',
  category: 'RETURNEE',
  cityId: 1,
  enrolledIn: '2025-01',
  enrolledById: 1,
} as const;
const WHO = `SELECT current_user::text AS role, viewer_role() AS viewer, viewer_caller() AS caller, viewer_organization() AS organization,
  viewer_projects() AS projects, viewer_cities() AS cities`;

describe.each([
  ['a superuser', () => createTestDatabase('loaded', 1)],
  ['the owner of the tables', () => createOwnedDatabase(1)],
])('a transaction on the pool of %s', (_user, create) => {
  let database: Awaited<ReturnType<typeof create>>;
  let opened: Restricted;
  beforeAll(async () => {
    database = await create();
    opened = createRestricted(database.pool);
  });
  afterAll(() => database.drop());
  const restricted = () => opened;

  it('runs as the unprivileged role, with what is known of the viewer', async () => {
    const [row] = await restricted().transact(partner([1, 2]), (tx) => tx.$queryRawUnsafe<object[]>(WHO));
    expect(row).toEqual({
      role: 'reintegration_viewer',
      viewer: 'PARTNER',
      caller: 'key:test',
      organization: 1,
      projects: [1, 2],
      cities: [1],
    });
  });

  it('leaves nothing of itself on the connection, whether it ends well or not', async () => {
    const before = await database.pool.query(WHO);
    await restricted().transact(partner([1]), async () => undefined);
    const failed = restricted().transact(partner([1]), async (tx) => {
      await tx.beneficiary.create({ data: person });
      throw new Error('changed my mind');
    });
    await expect(failed).rejects.toThrow('changed my mind');
    const late = restricted().transact(partner([1]), (tx) => tx.$executeRaw`SELECT pg_sleep(0.3)`, {
      timeoutMs: 50,
    });
    await expect(late).rejects.toThrow();
    expect((await database.pool.query(WHO)).rows).toEqual(before.rows);
    expect(before.rows).toMatchObject([
      { viewer: null, caller: null, organization: null, projects: [], cities: [] },
    ]);
    expect(await restricted().transact(OPERATOR, (tx) => tx.beneficiary.count())).toBe(0);
  });

  it('writes and reads within the scope of the viewer alone', async () => {
    const { id } = await restricted().transact(partner([1]), (tx) => tx.beneficiary.create({ data: person }));
    const seen = (viewer: Viewer) => restricted().transact(viewer, (tx) => tx.beneficiary.count());
    expect(await seen(partner([1]))).toBe(1);
    expect(await seen(partner([2]))).toBe(0);
    expect(await seen({ role: 'PUBLIC' })).toBe(0);
    const stranger = restricted().transact(partner([2]), (tx) => tx.beneficiary.create({ data: person }));
    await expect(stranger).rejects.toThrow('The database refused work on guarded tables (42501).');
    await restricted().transact(OPERATOR, (tx) => tx.beneficiary.delete({ where: { id } }));
    const entries = await restricted().transact(OPERATOR, (tx) =>
      tx.auditEntry.findMany({ orderBy: { number: 'asc' } }),
    );
    expect(
      entries.map(({ caller, kind, operation, recordId }) => [caller, kind, operation, recordId]),
    ).toEqual([
      ['key:test', 'BENEFICIARY', 'INSERT', id],
      ['operator', 'BENEFICIARY', 'DELETE', id],
    ]);
    const head = await restricted().transact(OPERATOR, (tx) => tx.auditHead.findFirst());
    expect(head).toEqual({ id: 1, number: 2, hash: entries[1]?.hash });
  });
});
