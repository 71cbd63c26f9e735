import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../testing/database.ts';
import { execute } from '../../../../testing/execute.ts';
import { operationsFolder, readGoldenOperations } from './golden-operation.ts';
import { answerText, statementsText } from './golden-text.ts';

// One connection: statements run in the order in which they were asked for.
const database = await createTestDatabase('loaded', 1);
const { rows } = await database.pool.query<{ published_at: Date }>(
  'SELECT published_at FROM publication WHERE version = 1',
);
const operations = readGoldenOperations(rows[0]?.published_at.toISOString() ?? '');
const fileOf = (name: string) => fileURLToPath(new URL(name, operationsFolder));

afterAll(() => database.drop());

describe.each(operations)('$name', ({ name, ...operation }) => {
  it('is answered as recorded', async () => {
    const answer = await execute(database.pool, operation);
    expect(answer.errors !== undefined).toBe(name.startsWith('refused-'));
    await expect(answerText(answer)).toMatchFileSnapshot(fileOf(`${name}.json`));
  });

  it('sends the recorded statements', async () => {
    await expect(statementsText(await execute(database.pool, operation))).toMatchFileSnapshot(
      fileOf(`${name}.sql`),
    );
  });
});

it('records no operation that is not there', () => {
  const names = new Set(operations.map(({ name }) => name));
  const orphans = readdirSync(operationsFolder).filter((file) => !names.has(file.replace(/\.\w+$/, '')));
  expect(orphans).toEqual([]);
});

it('keeps every query that consumers were promised', () => {
  const promised = operations.map(({ name }) => name).filter((name) => name.startsWith('contract-'));
  expect(promised).toEqual(
    'activities by-node city-figures indicators measurements networks participations places project-figures'
      .split(' ')
      .map((name) => `contract-${name}`),
  );
});
