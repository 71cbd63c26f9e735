import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../testing/database.ts';
import { execute, query, refusal } from '../../../../testing/execute.ts';
import { createRestricted } from '../database/restricted.ts';
import { OPERATOR } from '../database/viewer.ts';
import { makeSyntheticPeople } from '../synthetic/make-people.ts';
import { createRelease } from './release-store.ts';

const { pool, drop } = await createTestDatabase('loaded');
afterAll(drop);
beforeAll(async () => {
  await makeSyntheticPeople(pool, { count: 400, seed: 7 });
  const restricted = createRestricted(pool);
  await createRelease(restricted, OPERATOR, { project: 'synthetic', period: '2025' });
  await createRelease(restricted, OPERATOR, { project: 'synthetic', period: '2026' });
});

const EVERYTHING = `release { number period { start end isOpen } frozenAt method threshold variance }
  cells { place { __typename code } sex ageBand category component value status } note`;

it('tells a table as the contract has it, by one statement for the release and one for the cells', async () => {
  const document = `{ statistics(project: "synthetic", release: 1, level: CITY, by: [SEX, AGE_BAND]) { ${EVERYTHING} } }`;
  const { data, errors, statements } = await execute(pool, { document });
  expect(errors).toBeUndefined();
  expect(statements.map(({ sql }) => sql)).toMatchInlineSnapshot(`
    [
      "select "statistics_release".* from "statistics_release" inner join "project" on "project"."id" = "statistics_release"."project_id" where "project"."code" = $1 and "statistics_release"."number" = $2 order by "statistics_release"."number" desc limit $3",
      "select "cell"."sex", "cell"."age_band", "cell"."category", "cell"."component_code", "cell"."value", "cell"."status" as "cell_status", "city".* from "statistics_cell" as "cell" inner join "city" on "city"."id" = "cell"."city_id" where "cell"."release_id" = $1 and "cell"."level" = $2 and "cell"."sex" is not null and "cell"."age_band" is not null and "cell"."category" is null and "cell"."component_code" is null order by "cell"."id"",
    ]
  `);
  const { release, cells, note } = data.statistics;
  expect(release).toEqual({
    number: 1,
    period: { start: '2025', end: '2025', isOpen: false },
    frozenAt: expect.stringMatching(/Z$/),
    method: 'cell-key',
    threshold: 5,
    variance: 9,
  });
  expect(note).toContain('margins need not add up');
  expect(cells.slice(0, 2)).toEqual([
    {
      place: { __typename: 'City', code: 'babusnica' },
      sex: 'FEMALE',
      ageBand: '0-17',
      category: null,
      component: null,
      value: expect.any(Number),
      status: 'OBSERVED',
    },
    expect.objectContaining({ ageBand: '18-29' }),
  ]);
});

it('orders cells by place, then by value, whatever the counts', async () => {
  const { statistics } = await query(
    pool,
    '{ statistics(project: "synthetic", level: CITY, by: [SEX, COMPONENT]) { cells { place { code } sex component } } }',
  );
  const names = statistics.cells.map(
    ({ place, sex, component }: { place: { code: string }; sex: string; component: string }) =>
      [place.code, sex, component].join(),
  );
  expect(names).toEqual([...names].sort());
});

it('takes the dimensions in any order, for the same table', async () => {
  const ask = (by: string) =>
    query(
      pool,
      `{ statistics(project: "synthetic", level: DISTRICT, by: ${by}) { cells { sex category value } } }`,
    );
  expect(await ask('[SEX, CATEGORY]')).toEqual(await ask('[CATEGORY, SEX]'));
});

it('tells the newest release unless told which, and lists them all', async () => {
  const numbers = await query(
    pool,
    `{ newest: statistics(project: "synthetic") { release { number period { start } } cells { place { code } value } }
       first: statistics(project: "synthetic", release: 1) { release { number period { start } } }
       all: statisticsReleases(project: "synthetic") { number }
       none: statisticsReleases(project: "reintegration-ii") { number } }`,
  );
  expect(numbers).toEqual({
    newest: {
      release: { number: 2, period: { start: '2026' } },
      cells: [{ place: { code: 'synthetic' }, value: expect.any(Number) }],
    },
    first: { release: { number: 1, period: { start: '2025' } } },
    all: [{ number: 2 }, { number: 1 }],
    none: [],
  });
});

it('says in the language of the reader what to know before', async () => {
  const { statistics } = await query(
    pool,
    `{ statistics(project: "synthetic") { en: note(locale: EN) latin: note(locale: SR_LATN) cyrillic: note(locale: SR_CYRL) } }`,
  );
  expect(statistics.en).toContain('0 or at least 5, for cells of children 0 or at least 10');
  expect(statistics.latin).toContain('zbirovi ne moraju da se slažu');
  expect(statistics.cyrillic).toContain('збирови не морају да се слажу');
});

it('tells nothing where there is no release', async () => {
  expect(
    await query(pool, '{ statistics(project: "reintegration-ii", level: CITY, by: [SEX]) { note } }'),
  ).toEqual({
    statistics: null,
  });
  expect(await query(pool, '{ statistics(project: "nowhere", release: 3) { note } }')).toEqual({
    statistics: null,
  });
});

it.each([
  ['three dimensions', 'by: [SEX, AGE_BAND, CATEGORY]', '"by" has 3 dimensions. Expected at most 2'],
  ['a dimension twice', 'by: [SEX, SEX]', '"by" has SEX twice.'],
  ['a release that is not there', 'release: 3', '"release" is 3. Expected a number from 1 to 2'],
  ['a release before the first', 'release: -1', '"release" is -1.'],
])('refuses %s', async (_what, args, message) => {
  const error = await refusal(pool, `{ statistics(project: "synthetic", ${args}) { note } }`);
  expect(error).toMatchObject({
    message: expect.stringContaining(message),
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

it('refuses them alike where there is no release, so that nothing is told by it', async () => {
  const error = await refusal(pool, '{ statistics(project: "nowhere", by: [SEX, SEX]) { note } }');
  expect(error.extensions?.code).toBe('BAD_USER_INPUT');
});
