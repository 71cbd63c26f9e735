import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../testing/database.ts';
import { query } from '../../../../testing/execute.ts';
import { createOwnedDatabase } from '../../../../testing/owned-database.ts';
import { newestVersion } from '../../../../testing/transact.ts';
import { createRestricted, type Restricted } from '../database/restricted.ts';
import { OPERATOR, type Viewer } from '../database/viewer.ts';
import { makeSyntheticPeople } from '../synthetic/make-people.ts';
import { createRelease } from './release-store.ts';

type Database = Awaited<ReturnType<typeof createTestDatabase>>;

const TABLE = `query ($release: Int, $level: StatisticsLevel!, $by: [StatisticsDimension!]!) {
  statistics(project: "synthetic", release: $release, level: $level, by: $by) {
    cells { place { code } sex ageBand category component value status }
  }
}`;

function valuesOf(database: Database, release: number, level = 'CITY', by = ['SEX', 'AGE_BAND']) {
  return query(database.pool, TABLE, { release, level, by }).then(({ statistics }) => statistics.cells);
}

describe.each([
  ['a superuser', () => createTestDatabase('loaded')],
  ['the owner of the tables', () => createOwnedDatabase()],
])('a release through the pool of %s', (_user, create) => {
  let database: Database;
  let restricted: Restricted;
  const release = (viewer: Viewer = OPERATOR, period = '2025', project = 'synthetic') =>
    createRelease(restricted, viewer, { project, period });
  beforeAll(async () => {
    database = await create();
    restricted = createRestricted(database.pool);
    await makeSyntheticPeople(database.pool, { count: 600, seed: 7 });
  });
  afterAll(() => database.drop());

  it('publishes one version with every cell of the closed list', async () => {
    const before = await newestVersion(database.pool);
    const shares: number[] = [];
    const outcome = await createRelease(
      restricted,
      OPERATOR,
      { project: 'synthetic', period: '2025' },
      (share) => shares.push(share),
    );
    expect(outcome).toMatchObject({
      release: { number: 1, periodStart: '2025', variance: '9' },
      cells: 17 * 64,
    });
    expect([shares.at(0), shares.at(-1)]).toEqual([0, 1]);
    expect(await newestVersion(database.pool)).toBe(before + 1);
    expect(await valuesOf(database, 1)).toHaveLength(12 * 2 * 5);
    expect(await valuesOf(database, 1, 'DISTRICT', ['COMPONENT'])).toHaveLength(4 * 2);
    expect(await valuesOf(database, 1, 'PROJECT', [])).toHaveLength(1);
  });

  it('gives the same people the same values again, under the next number', async () => {
    expect(await release()).toMatchObject({ release: { number: 2 } });
    expect(await valuesOf(database, 2)).toEqual(await valuesOf(database, 1));
  });

  it('keeps the numbers apart when several are made at once', async () => {
    const outcomes = await Promise.all([release(), release(), release()]);
    const numbers = outcomes.map((outcome) => ('release' in outcome ? outcome.release.number : 0));
    expect(numbers.sort()).toEqual([3, 4, 5]);
  });

  it('is of the year that is asked: who came earlier and was supported in it, and nobody else', async () => {
    const [{ place } = { place: {} }] = await valuesOf(database, 1, 'PROJECT', []);
    expect(place).toEqual({ code: 'synthetic' });
    await release(OPERATOR, '2024');
    const nobody = await valuesOf(database, 6, 'CITY', ['CATEGORY']);
    expect(nobody.filter(({ value }: { value: number }) => value !== 0)).toEqual([]);
    await release(OPERATOR, '2026');
    const [later] = await valuesOf(database, 7, 'PROJECT', []);
    expect(later.value).toBeGreaterThan(50);
    expect(later.value).toBeLessThan(500);
  });

  it('leaves households out', async () => {
    const [before] = await valuesOf(database, 1, 'PROJECT', []);
    await restricted.transact(
      OPERATOR,
      (tx) => tx.$executeRaw`
        INSERT INTO beneficiary (project_id, kind, category, city_id, enrolled_in, enrolled_by_id)
        SELECT project_id, 'HOUSEHOLD', category, city_id, enrolled_in, enrolled_by_id FROM beneficiary LIMIT 200`,
    );
    await release();
    expect(await valuesOf(database, 8, 'PROJECT', [])).toEqual([before]);
  });

  it('is made by stewards of the project alone; to others there is no such project', async () => {
    const { id } = await restricted.transact(OPERATOR, (tx) =>
      tx.project.findUniqueOrThrow({ where: { code: 'synthetic' } }),
    );
    const viewer = (role: 'MEMBER' | 'PARTNER' | 'STEWARD', projectIds: readonly number[]): Viewer => ({
      role,
      caller: 'key:test',
      organizationId: 1,
      projectIds,
      cityIds: [1],
    });
    expect(await release(viewer('STEWARD', [id]))).toMatchObject({ release: { number: 9 } });
    const absent = await release(OPERATOR, '2025', 'no-such-project');
    expect(absent).toMatchObject({ refused: { path: 'project' } });
    const strangers = [
      viewer('STEWARD', [id + 1]),
      viewer('PARTNER', [id]),
      viewer('MEMBER', [id]),
      { role: 'PUBLIC' },
    ];
    for (const stranger of strangers) expect(await release(stranger as Viewer)).toEqual(absent);
    expect(await release(OPERATOR, '2025-01')).toMatchObject({ refused: { path: 'period' } });
  });

  it('is not made by the unprivileged role on its own', async () => {
    const freeze = (viewer: Viewer) =>
      restricted.transact(
        viewer,
        (tx) =>
          tx.$executeRaw`SELECT freeze_statistics(1, '2025', 'x', 1, 1, '[{"level": "PROJECT", "value": 1}]')`,
      );
    await expect(freeze({ role: 'PUBLIC' })).rejects.toMatchObject({ code: '42501' });
    const insert = restricted.transact(
      OPERATOR,
      (tx) =>
        tx.$executeRaw`INSERT INTO statistics_cell (release_id, level, value, status) VALUES (1, 'PROJECT', 1, 'OBSERVED')`,
    );
    await expect(insert).rejects.toMatchObject({ code: '42501' });
  });

  it('leaves entries in the audit log, and the secret in none of them', async () => {
    const entries = await restricted.transact(OPERATOR, (tx) =>
      tx.auditEntry.findMany({ where: { kind: { startsWith: 'STATISTICS' } }, orderBy: { number: 'asc' } }),
    );
    expect(entries.map(({ kind }) => kind)).toEqual([
      'STATISTICS_SECRET',
      ...Array.from({ length: 9 }, () => 'STATISTICS_RELEASE'),
    ]);
  });

  it.each(['statistics_release', 'statistics_cell', 'statistics_secret'])(
    'keeps %s from every change, by whomever',
    async (table) => {
      const { rows } = await database.pool.query(
        `SELECT attname AS column FROM pg_attribute WHERE attrelid = '${table}'::regclass AND attnum = 1`,
      );
      for (const change of [
        `UPDATE ${table} SET ${rows[0].column} = ${rows[0].column}`,
        `DELETE FROM ${table} WHERE false`,
        `TRUNCATE ${table} CASCADE`,
      ]) {
        await expect(database.pool.query(change)).rejects.toThrow('are frozen');
      }
    },
  );

  it('gets no further cell once it is published', async () => {
    const late = `INSERT INTO statistics_cell (release_id, level, value, status)
      SELECT id, 'PROJECT', 7, 'OBSERVED' FROM statistics_release WHERE number = 1`;
    await expect(database.pool.query(late)).rejects.toThrow('frozen before');
  });
});

it('stays frozen where a session says that it only replays', async () => {
  const { pool, drop } = await createTestDatabase('migrated', 1);
  await pool.query('SET session_replication_role = replica');
  await expect(pool.query('DELETE FROM statistics_cell')).rejects.toThrow('are frozen');
  await drop();
});
