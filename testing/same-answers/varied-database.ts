import { createTestDatabase, type TestDatabase } from '../database.ts';
import { revise } from '../revise.ts';
import { addSynthetic } from '../synthetic.ts';
import { type KnownValues, readKnownValues } from './known-values.ts';

/** A database with something of everything, and what it may be asked by. The caller drops it. */
export async function createVariedDatabase(): Promise<TestDatabase & { readonly known: KnownValues }> {
  const database = await createTestDatabase('loaded', 10);
  const { pool } = database;
  await addSynthetic(pool, 1, 3);
  for (const status of ['PRELIMINARY', 'PUBLISHED', 'WITHDRAWN', 'PRELIMINARY'] as const) {
    await revise(pool, { key: 'synthetic-0001/ACTUAL/city', status, value: 7 });
    await revise(pool, { key: 'synthetic-0002/TARGET/project', status, value: 8 });
  }
  await revise(pool, { key: 'synthetic-0002/TARGET/project', value: 9 });
  return { ...database, known: await readKnownValues(pool) };
}
