import { afterAll, beforeAll, expect, it } from 'vitest';
import { createOwnedDatabase } from '../../../../testing/owned-database.ts';
import { addSynthetic } from '../../../../testing/synthetic.ts';
import { createRestricted } from './restricted.ts';
import { OPERATOR, type Viewer } from './viewer.ts';

const REQUESTS = 10_000;
const AT_ONCE = 12;
const POOL_SIZE = 2;
/** Ids of projects, cities and organizations alike; each combination has one person. */
const IDS = [1, 2, 3];

const database = await createOwnedDatabase(POOL_SIZE);
const restricted = createRestricted(database.pool, POOL_SIZE);
afterAll(() => database.drop());

const combinations = IDS.flatMap((projectId) =>
  IDS.flatMap((cityId) => IDS.map((enrolledById) => ({ projectId, cityId, enrolledById }))),
);
const person = { kind: 'HOUSEHOLD', category: 'RETURNEE', enrolledIn: '2025-01' } as const;

beforeAll(async () => {
  await addSynthetic(database.pool, 1, 3);
  const data = combinations.map((scope) => ({ ...scope, ...person }));
  await restricted.transact(OPERATOR, (tx) => tx.beneficiary.createMany({ data }));
});

/** One after the other, in an order that is the same each time. */
const random = (() => {
  let state = 7;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
})();
const oneOf = <Item>(items: readonly Item[]) => items[random(items.length)] as Item;

function someViewer(): Viewer {
  const role = oneOf(['PUBLIC', 'MEMBER', 'PARTNER', 'PARTNER', 'PARTNER', 'STEWARD', 'STEWARD'] as const);
  if (role === 'PUBLIC') return { role };
  const [projectId, cityId, organizationId] = [oneOf(IDS), oneOf(IDS), oneOf(IDS)];
  return { role, caller: `key:${role}`, organizationId, projectIds: [projectId], cityIds: [cityId] };
}

function expectedFor(viewer: Viewer): number {
  if (viewer.role === 'STEWARD') return IDS.length ** 2;
  return viewer.role === 'PARTNER' ? 1 : 0;
}

type Row = { projectId: number; cityId: number; enrolledById: number };

function isOf(viewer: Viewer, row: Row): boolean {
  if (viewer.role === 'PUBLIC' || viewer.role === 'MEMBER') return false;
  const isOwn = row.enrolledById === viewer.organizationId && viewer.cityIds.includes(row.cityId);
  return viewer.projectIds.includes(row.projectId) && (viewer.role === 'STEWARD' || isOwn);
}

/** One request as it comes: most read, some write and change their mind, some look at the connection as it is. */
async function ask(viewer: Viewer, kind: number): Promise<string | null> {
  if (kind === 0) {
    const { rows } = await database.pool.query<{ role: string | null; user: string; seen: number }>(
      'SELECT viewer_role() AS role, current_user::text AS user, (SELECT count(*)::int FROM beneficiary) AS seen',
    );
    const [row] = rows;
    const isClean = row?.role === null && row.user === database.owner && row.seen === 0;
    return isClean ? null : `a connection that was left as ${JSON.stringify(row)}`;
  }
  if (kind === 1) {
    await restricted
      .transact(viewer, async (tx) => {
        await tx.beneficiary.updateMany({ data: { revision: { increment: 1 } } });
        throw new Error('changed my mind');
      })
      .catch((error: Error) => {
        if (error.message !== 'changed my mind') throw error;
      });
  }
  const rows = await restricted.transact(viewer, (tx) => tx.beneficiary.findMany());
  const isWhole = rows.length === expectedFor(viewer) && rows.every(({ revision }) => revision === 1);
  return isWhole && rows.every((row) => isOf(viewer, row))
    ? null
    : `${JSON.stringify(viewer)}: ${rows.length}`;
}

it('keeps ten thousand requests of mixed tenants apart on two connections', {
  timeout: 120_000,
}, async () => {
  const leaks: string[] = [];
  let left = REQUESTS;
  const work = async () => {
    while (left > 0) {
      left -= 1;
      const leak = await ask(someViewer(), random(20));
      if (leak !== null) leaks.push(leak);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  expect(leaks).toEqual([]);
  expect(database.pool.totalCount).toBeLessThanOrEqual(POOL_SIZE);
});
