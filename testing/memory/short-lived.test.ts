import { setImmediate } from 'node:timers/promises';
import v8 from 'node:v8';
import vm from 'node:vm';
import { parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { readGoldenOperations } from '../../packages/schema/src/golden/golden-operation.ts';
import { createContext, createReader, schema } from '../../packages/schema/src/index.ts';
import { planQuery } from '../../packages/server/src/execution/plan/plan-query.ts';
import { useTestDatabase } from '../database.ts';

const RUNS = 20;
/** Times that it is measured: what V8 learns of the code meanwhile is in some of them. */
const TIMES = 5;
/** Bytes of an execution that may become old: connections and V8 itself have some. */
const MOST = 8_000;

v8.setFlagsFromString('--expose-gc');
const collect = vm.runInNewContext('gc') as (options: { readonly type: 'minor' }) => void;
const OLD = new Set(['old_space', 'large_object_space']);
const oldBytes = () =>
  v8
    .getHeapSpaceStatistics()
    .filter(({ space_name: name }) => OLD.has(name))
    .reduce((sum, { space_used_size: size }) => sum + size, 0);

/** Bytes of one run that are still held when all has been answered. What is held twice is old from then on. */
async function measureHeld(run: () => Promise<unknown>): Promise<number> {
  const before = oldBytes();
  for (let count = 0; count < RUNS; count += 1) {
    await run();
    await setImmediate();
    collect({ type: 'minor' });
    collect({ type: 'minor' });
  }
  return (oldBytes() - before) / RUNS;
}

async function measureOften(run: () => Promise<unknown>): Promise<number> {
  const held: number[] = [];
  while (held.length < TIMES) held.push(await measureHeld(run));
  return held.toSorted((a, b) => a - b)[TIMES >> 1] ?? Number.NaN;
}

it('holds nothing of an execution that is over: what has become old takes longer to clear away', async () => {
  const { pool } = await useTestDatabase('loaded');
  const reader = createReader(pool);
  const kept: unknown[] = [];
  let measured = 0;
  for (const { name, document: source, variables = {} } of readGoldenOperations('2026-01-01T00:00:00.000Z')) {
    const document = parse(source);
    const query = validate(schema, document).length === 0 && planQuery(schema, document, null);
    if (!query || (await query.execute(createContext({ reader }), variables)) === null) continue;
    const run = () => query.execute(createContext({ reader }), variables);
    expect(await measureOften(run), name).toBeLessThan(MOST);
    measured += 1;
    // A measurement that finds nothing has to find what is held on purpose.
    if (name !== 'projects-nested') continue;
    const hold = async () => {
      const context = createContext({ reader });
      kept.push(context, await query.execute(context, variables));
    };
    expect(await measureOften(hold), name).toBeGreaterThan(MOST);
  }
  expect(measured).toBeGreaterThan(20);
  expect(kept).not.toEqual([]);
}, 60_000);
