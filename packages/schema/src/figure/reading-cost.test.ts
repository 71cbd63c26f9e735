import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../testing/database.ts';
import { execute } from '../../../../testing/execute.ts';
import { addSynthetic } from '../../../../testing/synthetic.ts';
import type { Statement } from '../database/reader.ts';

const PROJECTS = 300;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('loaded', 1);
  await addSynthetic(database.pool, 1, PROJECTS);
  await database.pool.query('ANALYZE');
});
afterAll(() => database.drop());

type Plan = {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly Plans?: readonly Plan[];
};

function literal(value: unknown): string {
  const text = Array.isArray(value)
    ? `{${value.join(',')}}`
    : value instanceof Date
      ? value.toISOString()
      : String(value);
  return `'${text.replaceAll("'", "''")}'`;
}

/** What a statement does once PostgreSQL has settled on one plan for all values, as it does for named ones. */
async function planOf(pool: Pool, { sql, parameters }: Statement): Promise<Plan> {
  const client = await pool.connect();
  try {
    await client.query('SET plan_cache_mode = force_generic_plan');
    await client.query(`PREPARE settled AS ${sql}`);
    const values = parameters.map(literal).join(', ');
    const { rows } = await client.query(`EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE settled (${values})`);
    return rows[0]['QUERY PLAN'][0].Plan;
  } finally {
    client.release(true);
  }
}

function rowsOf(plan: Plan, table: string): number {
  const own = plan['Relation Name'] === table ? plan['Actual Rows'] * plan['Actual Loops'] : 0;
  return (plan.Plans ?? []).reduce((sum, inner) => sum + rowsOf(inner, table), own);
}

describe('figures are read without going through the other projects', () => {
  it.each([
    ['of a project', 'project(code: "synthetic-0007") { figures { value } }'],
    [
      'of a year',
      'project(code: "synthetic-0007") { figures(during: "2020", component: VISIBILITY) { value } }',
    ],
    [
      'of an indicator',
      'project(code: "synthetic-0007") { figures(indicators: ["synthetic-0007"]) { value } }',
    ],
    ['of a district', 'district(code: "synthetic-0007") { figures { value } }'],
    [
      'of a city, in a project',
      'city(code: "synthetic-0007") { figures(project: "synthetic-0007") { value } }',
    ],
  ])('%s', async (_name, field) => {
    const { data, statements } = await execute(database.pool, { document: `{ place: ${field} }` });
    const reading = statements.find(({ sql }) => sql.includes('join lateral'));
    const plan = await planOf(database.pool, reading as Statement);
    expect(data.place.figures.length).toBeGreaterThan(0);
    expect(rowsOf(plan, 'project')).toBeLessThanOrEqual(data.place.figures.length + 1);
  });
});
