import { afterAll, beforeAll, expect, it } from 'vitest';
import { createReader, type Reader } from '../../packages/schema/src/index.ts';
import { executePlainly } from './plain-execution.ts';
import { isAnsweredPlainly } from './raced-errors.ts';
import { createVariedDatabase } from './varied-database.ts';

// Both ask of a time to come, and nothing is left when either is refused.
const document = `query ($asOf: DateTime = "2999-01-01T00:00:00Z") {
  districts { figures(asOf: $asOf) { revision } }
  cities { edges { node { figures(asOf: $asOf) { revision } } } }
}`;

let database: Awaited<ReturnType<typeof createVariedDatabase>>;
let reader: Reader;
beforeAll(async () => {
  database = await createVariedDatabase();
  reader = createReader(database.pool);
});
afterAll(() => database?.drop());

const answerOf = (error: object) => ({ data: null, errors: [error] });
const execute = (anyReader: Reader) => executePlainly(anyReader, { document });

it('takes whichever of two errors came first', async () => {
  const { errors = [] } = await execute(reader);
  const { path: _path, locations: _locations, ...said } = JSON.parse(JSON.stringify(errors[0]));
  for (const at of [
    { locations: [{ line: 2, column: 15 }], path: ['districts', 0, 'figures'] },
    { locations: [{ line: 3, column: 27 }], path: ['cities', 'edges', 0, 'node', 'figures'] },
  ]) {
    const { message, ...rest } = said;
    expect(await isAnsweredPlainly(answerOf({ message, ...at, ...rest }), reader, execute)).toBe(true);
  }
});

it('takes no error that graphql-js does not tell, and none where it tells one', async () => {
  const { errors = [] } = await execute(reader);
  const told = JSON.parse(JSON.stringify(errors[0]));
  expect(await isAnsweredPlainly(answerOf({ ...told, message: 'Another' }), reader, execute)).toBe(false);
  expect(await isAnsweredPlainly({ data: null }, reader, execute)).toBe(false);
});
