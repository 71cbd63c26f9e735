import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../testing/database.ts';
import { execute, query, refusal } from '../../../../testing/execute.ts';
import { addSynthetic } from '../../../../testing/synthetic.ts';
import { contains, type PeriodValue } from '../scalar/period.ts';

const { pool, drop } = await createTestDatabase('loaded');
afterAll(drop);

type Period = readonly [start: string | null, end: string | null];

/** Adds a published value of the project for each of these periods. */
async function addValues(project: string, periods: readonly Period[]): Promise<void> {
  await pool.query(
    `INSERT INTO measurement (key, project_id, indicator_id, kind, period_start, period_end)
     SELECT format('%s/many/%s..%s/%s', $1::text, period_start, period_end, number), project.id, indicator.id, 'ACTUAL', period_start, period_end
     FROM project JOIN indicator USING (code), unnest($2::text[], $3::text[]) WITH ORDINALITY AS given (period_start, period_end, number)
     WHERE code = $1`,
    [project, periods.map(([start]) => start), periods.map(([, end]) => end)],
  );
  await pool.query(
    `WITH added AS (
       INSERT INTO measurement_revision (measurement_id, revision, value, qualifier, status)
       SELECT id, 0, 1, 'EXACT', 'PUBLISHED' FROM measurement WHERE key LIKE $1 AND latest_revision = 0
       RETURNING measurement_id, revision
     )
     INSERT INTO measurement_revision_source
     SELECT measurement_id, revision, (SELECT min(id) FROM source), 0 FROM added`,
    [`${project}/many/%`],
  );
}

const dayOf = (index: number) => new Date(Date.UTC(2021, 0, 1 + index)).toISOString().slice(0, 10);
const figuresOf = async (project: string, during: string | null): Promise<PeriodValue[]> => {
  const document =
    'query ($code: String!, $during: PartialDate) { project(code: $code) { figures(during: $during) { period { start end sinceProjectStart } } } }';
  const told = await query(pool, document, { code: project, during });
  return told.project.figures.map(({ period }: { period: PeriodValue }) => period);
};

describe('a project with more figures than one answer holds', () => {
  // A value for each day of nearly six years: more than twice as many as one answer holds.
  beforeAll(async () => {
    await addSynthetic(pool, 1, 3);
    await addValues(
      'synthetic-0001',
      Array.from({ length: 2100 }, (_, index) => [dayOf(index), dayOf(index)] as const),
    );
  });

  it('is not told in part', async () => {
    expect(await refusal(pool, '{ project(code: "synthetic-0001") { figures { value } } }')).toMatchObject({
      message: expect.stringMatching(/^There are more than 1000 figures\. Narrow them by "during"/),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it('is told whole for a month, also for the last', async () => {
    expect(await figuresOf('synthetic-0001', '2026-09')).toHaveLength(30);
    expect(await figuresOf('synthetic-0001', '2021')).toHaveLength(365);
    expect(await figuresOf('synthetic-0001', dayOf(2099))).toHaveLength(1);
  });

  it('keeps nobody else from being told', async () => {
    const document = `{
      first: project(code: "synthetic-0001") { figures { value } }
      second: project(code: "synthetic-0002") { figures { value } }
    }`;
    const { data, errors } = await execute(pool, { document });
    expect(data).toMatchObject({ first: null, second: { figures: { length: 3 } } });
    expect(errors).toMatchObject([{ path: ['first', 'figures'], extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('is refused also where others leave room for it', async () => {
    await addValues('synthetic-0003', Array(1001).fill(['2021', '2021']));
    const document = `{
      second: project(code: "synthetic-0002") { figures { value } }
      third: project(code: "synthetic-0003") { figures { value } }
    }`;
    const { data } = await execute(pool, { document });
    expect(data).toMatchObject({ second: { figures: { length: 3 } }, third: null });
  });
});

it('adds no more values than one sum is made of, and keeps nobody else from being told', async () => {
  await addSynthetic(pool, 5);
  await addValues('synthetic-0005', Array(10_001).fill(['2021', '2021']));
  const sumOf = (code: string) =>
    `project(code: "${code}") { sum(indicator: "${code}", over: PLACE) { value } }`;
  const document = `{ many: ${sumOf('synthetic-0005')} few: ${sumOf('synthetic-0002')} }`;
  const { data, errors } = await execute(pool, { document });
  expect(errors).toMatchObject([
    {
      path: ['many', 'sum'],
      message: expect.stringMatching(/^The sum would be of more than 10000 values\./),
    },
  ]);
  expect(data).toEqual({ many: { sum: null }, few: { sum: { value: '2' } } });
}, 60_000);

it('tells during a year, month or day the figures whose period is known to lie within it, and no others', async () => {
  const year = fc.constantFrom('2022', '2023', '2024');
  const month = fc.constantFrom('-01', '-02', '-06', '-12');
  const date = fc.oneof(
    year,
    fc.tuple(year, month).map((parts) => parts.join('')),
    fc.tuple(year, month, fc.constantFrom('-01', '-15', '-28')).map((parts) => parts.join('')),
    fc.constantFrom('2023-01-31', '2024-02-29', '2023-02-28', '2023-06-30', '2023-12-31'),
  );
  const end = fc.option(date, { freq: 6 });
  await addSynthetic(pool, 4);
  await addValues('synthetic-0004', fc.sample(fc.tuple(end, end), { numRuns: 400, seed: 4 }));
  const all = await figuresOf('synthetic-0004', null);
  expect(all.length).toBeGreaterThan(390);
  await fc.assert(
    fc.asyncProperty(date, async (during) => {
      const outer = { start: during, end: during, sinceProjectStart: false };
      expect(await figuresOf('synthetic-0004', during)).toEqual(
        all.filter((period) => contains(outer, period)),
      );
    }),
    { numRuns: 60 },
  );
}, 60_000);
