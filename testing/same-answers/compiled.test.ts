import fc from 'fast-check';
import { execute, getOperationAST, parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createContext, createReader, type Reader, schema } from '../../packages/schema/src/index.ts';
import { createCompiledOperations } from '../../packages/server/src/execution/compiled-operations.ts';
import { checkLimits } from '../../packages/server/src/limits/check-limits.ts';
import { DEFAULT_LIMITS } from '../../packages/server/src/limits/limits.ts';
import type { Operation } from '../execute.ts';
import { decideBy, decisions } from './decide.ts';
import { makeOperation } from './made-operation.ts';
import { executePlainly } from './plain-execution.ts';
import { isAnsweredPlainly } from './raced-errors.ts';
import { createVariedDatabase } from './varied-database.ts';

const OPERATIONS = 10_000;
/** Operations that are executed at the same time. */
const AT_ONCE = 50;
/** Uses after which an operation is compiled. */
const USES = 4;

let database: Awaited<ReturnType<typeof createVariedDatabase>>;
let reader: Reader;
let plainReader: Reader;
beforeAll(async () => {
  database = await createVariedDatabase();
  reader = createReader(database.pool);
  plainReader = createReader(database.pool);
});
afterAll(() => database?.drop());

type Outcome = 'refused' | 'answered' | 'answered in part' | 'not compiled';

/** The operation, if it passes all checks that are made before it is executed. */
function check({ document: source, variables = {} }: Operation) {
  const document = parse(source);
  const operation = getOperationAST(document);
  if (!operation || validate(schema, document).length > 0) return null;
  try {
    checkLimits({ schema, document, operation }, variables, DEFAULT_LIMITS);
    return { schema, document, operation, source, operationName: null };
  } catch {
    return null;
  }
}

/** Fails unless the operation is answered alike with columns chosen, and compiled, as by graphql-js alone. */
async function compare(operation: Operation): Promise<Outcome> {
  const { variables = {}, locale = 'EN' } = operation;
  const checked = check(operation);
  if (checked === null) return 'refused';
  const compiled = createCompiledOperations();
  const query = Array.from({ length: USES }, () => compiled.use(checked, variables)).at(-1);
  const context = () => createContext({ reader, locale });
  const [plain, chosen, data] = await Promise.all([
    executePlainly(plainReader, operation),
    execute({ ...checked, variableValues: variables, contextValue: context() }),
    query?.execute(context(), variables),
  ]);
  const fail = (how: string, found: unknown) => {
    const texts = [how, checked.source, ...[variables, found, plain].map((value) => JSON.stringify(value))];
    throw new Error(texts.join('\n'));
  };
  if (JSON.stringify(chosen) !== JSON.stringify(plain)) {
    const isPlain = await isAnsweredPlainly(chosen, plainReader, (anyReader) =>
      executePlainly(anyReader, operation),
    );
    if (!isPlain) fail('With columns chosen', chosen);
  }
  if (data === undefined) return 'not compiled';
  const expected = plain.errors === undefined ? plain.data : null;
  if (JSON.stringify(data) !== JSON.stringify(expected)) fail('Compiled', data);
  return plain.errors === undefined ? 'answered' : 'answered in part';
}

it('generated operations are answered as by graphql-js alone, compiled and with columns chosen', async () => {
  const counts = new Map<Outcome, number>();
  const some = fc.array(decisions, { minLength: AT_ONCE, maxLength: AT_ONCE });
  await fc.assert(
    fc.asyncProperty(some, async (tapes) => {
      const operations = tapes.map((numbers) => makeOperation(schema, database.known, decideBy(numbers)));
      for (const outcome of await Promise.all(operations.map(compare))) {
        counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
      }
    }),
    { numRuns: OPERATIONS / AT_ONCE, interruptAfterTimeLimit: 500_000 },
  );
  // Else it would say little.
  expect(counts.get('answered')).toBeGreaterThan(OPERATIONS * 0.6);
  expect(counts.get('answered in part')).toBeGreaterThan(OPERATIONS * 0.001);
  expect(counts.get('not compiled')).toBeLessThan(OPERATIONS * 0.15);
}, 600_000);
