import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../testing/database.ts';
import { createReader } from './reader.ts';
import { nameOf } from './statement-name.ts';

const database = await createTestDatabase('migrated');
const reader = createReader(database.pool);
afterAll(() => database.drop());

/** The value as it comes back when PostgreSQL has read it as this type. */
async function returned(type: string, value: unknown): Promise<unknown> {
  const sql = `SELECT $1::${type} AS value`;
  const statement = { sql, name: nameOf(sql), parameters: [], isWaiting: false, isSlow: false };
  const [row] = (await reader.run(statement, [value])) as readonly { readonly value: unknown }[];
  return row?.value;
}

// PostgreSQL has no NUL and no lone surrogates in a text.
const isText = (text: string) => !/[\0\p{Cs}]/u.test(text);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }).filter(isText),
  fc
    .array(fc.constantFrom('"', "'", '\\', '{', '}', ',', ' ', 'NULL', '\n', 'Ћ', '🌍'))
    .map((all) => all.join('')),
);
// V8's JSON.parse takes a key of one escaped character for a lone backslash, if it has just read one for a key.
const key = text.filter((name) => !name.includes('\\'));
const year = (from: string, to: string) =>
  fc.date({ min: new Date(from), max: new Date(to), noInvalidDate: true });
// `pg` reads the leap day of the year 0 as a day in March.
const isRead = (date: Date) => !date.toISOString().startsWith('0000-02-29');
const instant = fc
  .oneof(
    year('1970-01-01T00:00:00Z', '2100-01-01T00:00:00Z'),
    year('-000100-01-01T00:00:00Z', '0101-01-01T00:00:00Z'),
    year('9998-01-01T00:00:00Z', '+010002-01-01T00:00:00Z'),
  )
  .filter(isRead);
const value = (of: fc.Arbitrary<unknown>) => fc.option(of);

describe('values come back as they were sent', () => {
  it.each<[string, fc.Arbitrary<unknown>]>([
    ['text', value(text)],
    ['text[]', value(fc.array(value(text), { maxLength: 6 }))],
    ['int', value(fc.integer())],
    ['int[]', value(fc.array(value(fc.integer()), { maxLength: 6 }))],
    ['float8', value(fc.double({ noNaN: true }).filter((number) => !Object.is(number, -0)))],
    ['boolean', value(fc.boolean())],
    ['boolean[]', value(fc.array(value(fc.boolean()), { maxLength: 6 }))],
    ['timestamptz', value(instant)],
    ['timestamptz[]', fc.array(value(instant), { maxLength: 6 })],
    ['jsonb', fc.dictionary(key, fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null)))],
  ])('%s', async (type, values) => {
    await fc.assert(
      fc.asyncProperty(values, async (sent) => {
        expect(await returned(type, sent)).toEqual(sent);
      }),
      { numRuns: 150 },
    );
  });

  it.each(['0001-01-01', '0000-12-31', '-000001-12-31', '-000043-03-15', '+010000-01-01', '0099-06-30'])(
    'instants of %s',
    async (day) => {
      const sent = new Date(`${day}T12:34:56.789Z`);
      expect(await returned('timestamptz', sent)).toEqual(sent);
      expect(await returned('timestamptz[]', [sent, null])).toEqual([sent, null]);
    },
  );
});
