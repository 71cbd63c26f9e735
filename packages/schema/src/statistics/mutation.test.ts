import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../testing/database.ts';
import { execute, query } from '../../../../testing/execute.ts';
import type { Viewer } from '../database/viewer.ts';
import { makeSyntheticPeople } from '../synthetic/make-people.ts';

const { pool, drop } = await createTestDatabase('loaded');
afterAll(drop);
let projectId = 0;
beforeAll(async () => {
  await makeSyntheticPeople(pool, { count: 100, seed: 7 });
  projectId = (await pool.query(`SELECT id FROM project WHERE code = 'synthetic'`)).rows[0].id;
});

const viewer = (role: 'MEMBER' | 'PARTNER' | 'STEWARD', own = projectId): Viewer => ({
  role,
  caller: 'key:test',
  organizationId: 1,
  projectIds: [own],
  cityIds: [1],
});
const FREEZE = `mutation ($input: FreezeStatisticsInput!) { freezeStatistics(input: $input) { __typename
  ... on StatisticsFrozen { release { number period { start end } threshold variance } }
  ... on InputRefused { message issues { path message } } } }`;
const freeze = (who: Viewer | undefined, input: object) =>
  execute(pool, { document: FREEZE, variables: { input }, ...(who && { viewer: who }) });
const count = async () =>
  (await query(pool, '{ statisticsReleases(project: "synthetic") { number } }')).statisticsReleases.length;

it('freezes, for a steward of the project', async () => {
  const { data, errors } = await freeze(viewer('STEWARD'), { project: 'synthetic', period: '2025' });
  expect(errors).toBeUndefined();
  expect(data.freezeStatistics).toEqual({
    __typename: 'StatisticsFrozen',
    release: { number: 1, period: { start: '2025', end: '2025' }, threshold: 5, variance: 9 },
  });
  expect(await count()).toBe(1);
});

it('says what is wrong with the input, and where, and freezes nothing', async () => {
  const refusals = [
    { project: 'synthetic', period: '2025-03' },
    { project: 'nowhere', period: '2025' },
  ].map(async (input) => (await freeze(viewer('STEWARD'), input)).data.freezeStatistics.issues);
  expect(await Promise.all(refusals)).toEqual([
    [{ path: ['period'], message: expect.stringContaining('Expected a whole year') }],
    [{ path: ['project'], message: 'There is no project of yours with this code.' }],
  ]);
  expect(await count()).toBe(1);
});

it('answers a steward of another project as if there were no such project', async () => {
  const foreign = await freeze(viewer('STEWARD', projectId + 1), { project: 'synthetic', period: '2025' });
  const absent = await freeze(viewer('STEWARD'), { project: 'nowhere', period: '2025' });
  expect(foreign.data).toEqual(absent.data);
});

it.each(['PUBLIC', 'MEMBER', 'PARTNER'] as const)('is nothing for a %s, whatever is asked', async (role) => {
  const who = role === 'PUBLIC' ? undefined : viewer(role);
  for (const input of [
    { project: 'synthetic', period: '2025' },
    { project: 'nowhere', period: '2025' },
  ]) {
    const { errors } = await freeze(who, input);
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  }
  expect(await count()).toBe(1);
});
