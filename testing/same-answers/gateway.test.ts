import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { readGoldenOperations } from '../../packages/schema/src/golden/golden-operation.ts';
import { createReader, localeTag, type Reader, schema } from '../../packages/schema/src/index.ts';
import { formatError } from '../../packages/server/src/execution/format-error.ts';
import { createGateway, type Gateway } from '../../packages/server/src/index.ts';
import type { Operation } from '../execute.ts';
import { decideBy, decisions } from './decide.ts';
import { makeOperation } from './made-operation.ts';
import { executePlainly } from './plain-execution.ts';
import { isAnsweredPlainly } from './raced-errors.ts';
import { createVariedDatabase } from './varied-database.ts';

/** Asked so often, an operation is compiled, and answered in front of everything else. */
const TIMES = 6;
const OPERATIONS = 300;
const AT_ONCE = 10;

let database: Awaited<ReturnType<typeof createVariedDatabase>>;
let reader: Reader;
let gateway: Gateway;
let url: string;
beforeAll(async () => {
  database = await createVariedDatabase();
  reader = createReader(database.pool);
  // Some golden operations are dearer than a gateway takes by itself.
  gateway = await createGateway({ pool: database.pool, limits: { maxCost: 10_000_000 } });
  url = await gateway.listen({ host: '127.0.0.1', port: 0 });
  await vi.waitFor(async () => expect((await post({ document: '{ __typename }' })).cache).toBe('HIT'));
});
afterAll(async () => {
  await gateway?.close();
  await database?.drop();
});

/** @param blanks - behind the body: what is the same but for them is answered alike, and kept apart */
async function post({ document: query, variables = {}, locale = 'EN' }: Operation, blanks = 0) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': localeTag(locale) },
    body: JSON.stringify({ query, variables }) + ' '.repeat(blanks),
  });
  const { status, headers } = response;
  return { status, cache: headers.get('x-cache'), text: await response.text() };
}

/** What the gateway has to answer to what it executes. */
async function expectedAnswer(anyReader: Reader, operation: Operation) {
  const { data, errors } = await executePlainly(anyReader, operation);
  const told = errors?.map((error) => formatError(error.toJSON(), error));
  return { ...(told && { errors: told }), data };
}

/** Fails unless the text is what graphql-js alone answers. */
async function expectPlain(operation: Operation, text: string) {
  const expected = `${JSON.stringify(await expectedAnswer(reader, operation))}\n`;
  if (text === expected) return;
  const answer = (anyReader: Reader) => expectedAnswer(anyReader, operation);
  const isPlain = await isAnsweredPlainly(JSON.parse(text), reader, answer);
  expect({ ...operation, text: isPlain ? expected : text }).toEqual({ ...operation, text: expected });
}

/** Asks several times, anew each time and then for what is kept; whether it was kept. */
async function compare(operation: Operation): Promise<boolean> {
  const first = await post(operation);
  // What is refused before it is executed has no data, and words of its own.
  const isExecuted = 'data' in JSON.parse(first.text);
  const expectSame = async (text: string) => {
    if (isExecuted && text !== first.text) return expectPlain(operation, text);
    expect({ ...operation, text }).toEqual({ ...operation, text: first.text });
  };
  if (isExecuted) await expectPlain(operation, first.text);
  for (let blanks = 1; blanks < TIMES; blanks += 1) {
    const { text, status } = await post(operation, blanks);
    expect({ ...operation, status }).toEqual({ ...operation, status: first.status });
    await expectSame(text);
  }
  const again = await post(operation, TIMES - 1);
  await expectSame(again.text);
  return again.cache === 'HIT';
}

it('golden operations are answered as by graphql-js alone', async () => {
  for (const operation of readGoldenOperations(database.known.instants[0] ?? '')) {
    expect([operation.name, await compare(operation)]).toEqual([
      operation.name,
      !operation.name.startsWith('refused-'),
    ]);
  }
}, 60_000);

it('generated operations, right and wrong, are answered as by graphql-js alone', async () => {
  let kept = 0;
  const some = fc.array(decisions, { minLength: AT_ONCE, maxLength: AT_ONCE });
  await fc.assert(
    fc.asyncProperty(some, async (tapes) => {
      const operations = tapes.map((numbers) => makeOperation(schema, database.known, decideBy(numbers)));
      const found = await Promise.all(operations.map(compare));
      kept += found.filter((isKept) => isKept).length;
    }),
    { numRuns: OPERATIONS / AT_ONCE, interruptAfterTimeLimit: 100_000 },
  );
  expect(kept).toBeGreaterThan(OPERATIONS / 2);
}, 120_000);
