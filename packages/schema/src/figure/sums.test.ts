import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../testing/database.ts';
import { execute, query, refusal } from '../../../../testing/execute.ts';
import { revise } from '../../../../testing/revise.ts';
import { addSynthetic } from '../../../../testing/synthetic.ts';

const { pool, drop } = await createTestDatabase('loaded');
beforeAll(() => addSynthetic(pool, 1, 5));
afterAll(drop);

const codeOf = (number: number) => `synthetic-000${number}`;
const NUMBERS = [1, 2, 3, 4, 5];

/** Adds a published value of the first project's indicator. */
async function addValue(
  key: string,
  value: number,
  city: string | null,
  period: string | null,
  by = '{}',
): Promise<void> {
  await pool.query(
    `INSERT INTO measurement (key, project_id, indicator_id, kind, city_id, period_start, period_end, disaggregation)
     SELECT $1, project.id, indicator.id, 'ACTUAL', (SELECT id FROM city WHERE code = $2), $3, $3, $4
     FROM project JOIN indicator USING (code) WHERE code = 'synthetic-0001'`,
    [key, city, period, by],
  );
  await revise(pool, { key, value });
}

const sumOf = async (over: string, during = '2020') =>
  (
    await query(
      pool,
      `{ project(code: "synthetic-0001") { sum(indicator: "synthetic-0001", over: ${over}, during: "${during}") { value qualifier parts { id } } } }`,
    )
  ).project.sum;

it('adds for each project of an answer what is its own', async () => {
  const fields = NUMBERS.map(
    (number) =>
      `p${number}: project(code: "${codeOf(number)}") { sum(indicator: "${codeOf(number)}", over: PLACE) { value qualifier parts { value place { code } } } }`,
  );
  const told = await query(pool, `{ ${fields.join(' ')} }`);
  for (const number of NUMBERS) {
    const value = String(number);
    expect(told[`p${number}`].sum).toEqual({
      value,
      qualifier: 'ABOUT',
      parts: [{ value, place: { code: codeOf(number) } }],
    });
  }
});

it('keeps apart what is asked as of different instants', async () => {
  const { rows } = await pool.query<{ before: Date }>('SELECT max(published_at) AS before FROM publication');
  await revise(pool, { key: 'synthetic-0002/ACTUAL/city', value: 22 });
  const sum = 'sum(indicator: "synthetic-0002", over: PLACE';
  const { project } = await query(
    pool,
    `{ project(code: "synthetic-0002") { now: ${sum}) { value } before: ${sum}, asOf: "${rows[0]?.before.toISOString()}") { value } } }`,
  );
  expect(project).toEqual({ now: { value: '22' }, before: { value: '2' } });
});

it('adds cities to the last digit, and neither the district, nor the whole, nor a category', async () => {
  await revise(pool, { key: 'synthetic-0001/ACTUAL/city', value: 0.1 });
  await addValue('other-city', 0.2, 'pirot', '2020');
  await addValue('other-year', 100, 'pirot', '2021');
  await addValue('only-women', 7, 'pirot', '2020', '{"sex": "FEMALE"}');
  expect(await sumOf('PLACE')).toMatchObject({ value: '0.3', qualifier: 'EXACT', parts: { length: 2 } });
  expect((await sumOf('PLACE', '2021')).value).toBe('100');
});

it('refuses to add values of different periods, and says how to narrow them', async () => {
  const document =
    '{ project(code: "synthetic-0001") { sum(indicator: "synthetic-0001", over: PLACE) { value } } }';
  expect(await refusal(pool, document)).toMatchObject({
    message: expect.stringMatching(/different periods.*Narrow "during"/),
    extensions: { code: 'NOT_ADDITIVE' },
  });
});

it.each(['PERIOD', 'DISAGGREGATION'])(
  'refuses to add over %s where the indicator does not allow it',
  async (over) => {
    const document = `{ project(code: "synthetic-0003") { sum(indicator: "synthetic-0003", over: ${over}) { value } } dataVersion }`;
    const { data, errors } = await execute(pool, { document });
    expect(errors).toMatchObject([{ path: ['project', 'sum'], extensions: { code: 'NOT_ADDITIVE' } }]);
    expect(data).toMatchObject({ project: { sum: null }, dataVersion: expect.any(Number) });
  },
);

it('is null, not zero, where nothing is published', async () => {
  await revise(pool, { key: 'synthetic-0004/ACTUAL/city', status: 'WITHDRAWN' });
  const { project } = await query(
    pool,
    `{ project(code: "synthetic-0004") {
      withdrawn: sum(indicator: "synthetic-0004", over: PLACE) { value }
      ofOthers: sum(indicator: "synthetic-0005", over: PLACE) { value }
    } }`,
  );
  expect(project).toEqual({ withdrawn: null, ofOthers: null });
});

it('of an indicator that does not exist is refused, as that is a mistake and not missing data', async () => {
  const document = '{ project(code: "synthetic-0004") { sum(indicator: "no-such", over: PLACE) { value } } }';
  expect(await refusal(pool, document)).toMatchObject({
    message: 'There is no indicator "no-such". Expected a code that "indicators" tells.',
    extensions: { code: 'BAD_USER_INPUT' },
  });
});
