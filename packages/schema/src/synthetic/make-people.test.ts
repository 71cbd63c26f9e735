import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../testing/database.ts';
import { query } from '../../../../testing/execute.ts';
import { createOwnedDatabase } from '../../../../testing/owned-database.ts';
import { newestVersion } from '../../../../testing/transact.ts';
import { createRestricted, type Restricted } from '../database/restricted.ts';
import { OPERATOR } from '../database/viewer.ts';
import { makeSyntheticPeople } from './make-people.ts';

const plan = { count: 2_500, seed: 7 };

describe.each([
  ['a superuser', () => createTestDatabase('loaded')],
  ['the owner of the tables', () => createOwnedDatabase()],
])('people made up through %s', (_user, create) => {
  let database: TestDatabase;
  let restricted: Restricted;
  beforeAll(async () => {
    database = await create();
    restricted = createRestricted(database.pool);
  });
  afterAll(() => database.drop());

  const read = <Row extends object>(text: string) =>
    restricted.transact(OPERATOR, (tx) => tx.$queryRawUnsafe<Row[]>(text));
  const everybody = () =>
    read('SELECT id, sex, birth_year, category, city_id, enrolled_in FROM beneficiary ORDER BY id');

  it('are as many as asked, with progress told, and all in the project of their own', async () => {
    const shares: number[] = [];
    const outcome = await makeSyntheticPeople(database.pool, plan, (share) => shares.push(share));
    expect(outcome).toEqual({ kind: 'made', replaced: 0 });
    expect(shares).toEqual([0.8, 1]);
    expect(
      await read(`SELECT count(*)::int AS people, count(*) FILTER (WHERE kind = 'PERSON')::int AS persons,
        min(enrolled_in) AS first, max(enrolled_in) AS last, array_agg(DISTINCT project.code) AS projects
        FROM beneficiary JOIN project ON project.id = project_id`),
    ).toEqual([{ people: 2500, persons: 2500, first: '2025-01', last: '2025-12', projects: ['synthetic'] }]);
    expect(
      await read(`SELECT FROM beneficiary WHERE NOT EXISTS (
        SELECT FROM support WHERE beneficiary_id = beneficiary.id AND starts_on LIKE '2025-%')`),
    ).toEqual([]);
    const [{ children, unknown } = { children: 0, unknown: 0 }] = await read<{
      children: number;
      unknown: number;
    }>(
      `SELECT count(*) FILTER (WHERE birth_year >= 2008)::int AS children,
              count(*) FILTER (WHERE sex IS NULL OR birth_year IS NULL)::int AS unknown FROM beneficiary`,
    );
    expect(children).toBeGreaterThan(300);
    expect(unknown).toBeGreaterThan(20);
  });

  it('say in every language that they are made up, and have no figures', async () => {
    const { project } = await query(
      database.pool,
      `{ project(code: "synthetic") { isSynthetic en: title(locale: EN) latin: title(locale: SR_LATN)
         cyrillic: title(locale: SR_CYRL) figures { value } participations { organization { name } } } }`,
    );
    for (const title of [project.en, project.latin, project.cyrillic]) expect(title).toContain('SYNTHETIC');
    expect(project).toMatchObject({ isSynthetic: true, figures: [] });
    for (const { organization } of project.participations) expect(organization.name).toContain('SYNTHETIC');
  });

  it('stay as they are when made again, and publish nothing', async () => {
    const [before, version] = [await everybody(), await newestVersion(database.pool)];
    expect(await makeSyntheticPeople(database.pool, plan)).toEqual({ kind: 'unchanged' });
    expect([await everybody(), await newestVersion(database.pool)]).toEqual([before, version]);
  });

  it('make room for others when that is said, and come back the same', async () => {
    const before = await everybody();
    const other = { count: 300, seed: 8 };
    expect(await makeSyntheticPeople(database.pool, other)).toEqual({ kind: 'occupied', others: 2500 });
    expect(await everybody()).toEqual(before);
    expect(await makeSyntheticPeople(database.pool, { ...other, replace: true })).toEqual({
      kind: 'made',
      replaced: 2500,
    });
    expect(await everybody()).toHaveLength(300);
    await makeSyntheticPeople(database.pool, { ...plan, replace: true });
    expect(await everybody()).toEqual(before);
  });
});

it('need places to live in', async () => {
  const database = await createTestDatabase('migrated');
  const outcome = await makeSyntheticPeople(database.pool, plan);
  await database.drop();
  expect(outcome).toMatchObject({ kind: 'nowhere' });
});
