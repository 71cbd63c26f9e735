import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../testing/database.ts';
import { parsePartialDate } from '../scalar/partial-date.ts';

const { pool, drop } = await createTestDatabase('migrated');
afterAll(drop);

function isPartialDate(text: string): boolean {
  try {
    parsePartialDate(text);
    return true;
  } catch {
    return false;
  }
}

/** Which of these texts the database takes for a date. */
async function takes(texts: readonly string[]): Promise<boolean[]> {
  const { rows } = await pool.query<{ takes: boolean }>(
    'SELECT is_partial_date(text) AS takes FROM unnest($1::text[]) WITH ORDINALITY AS given (text, place) ORDER BY place',
    [texts],
  );
  return rows.map((row) => row.takes);
}

const digits = (most: number, length: number) =>
  fc.nat(most).map((number) => String(number).padStart(length, '0'));
const nearly = fc
  .tuple(
    digits(9999, 4),
    digits(14, 2),
    digits(33, 2),
    fc.constantFrom('-', '-', '-', '/', '', ' ', '–'),
    fc.nat(2),
  )
  .map(([year, month, day, separator, parts]) => [year, month, day].slice(0, parts + 1).join(separator));
// PostgreSQL has no NUL and no lone surrogates in a text.
const anyText = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !/[\0\p{Cs}]/u.test(text));
const frayed = fc
  .tuple(
    fc.constantFrom('', ' ', '\n', '+', '-', '٢', '0'),
    nearly,
    fc.constantFrom('', ' ', '\n', 'Z', '~', '-', '0'),
  )
  .map((parts) => parts.join(''));

it('agrees with the parser on every day of a leap year and of another', async () => {
  const texts = [2023, 2024, 1900, 2000].flatMap((year) =>
    Array.from({ length: 14 }, (_, month) =>
      Array.from(
        { length: 33 },
        (_, day) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
      ),
    ).flat(),
  );
  expect(await takes(texts)).toEqual(texts.map(isPartialDate));
});

it('agrees with the parser on whatever text comes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(nearly, frayed, anyText), { minLength: 200, maxLength: 400 }),
      async (texts) => {
        const taken = await takes(texts);
        const differ = texts.filter((text, index) => taken[index] !== isPartialDate(text));
        expect(differ).toEqual([]);
      },
    ),
    { numRuns: 30 },
  );
}, 60_000);

it('takes nothing for nothing', async () => {
  const { rows } = await pool.query('SELECT is_partial_date(NULL) AS takes');
  expect(rows).toEqual([{ takes: null }]);
});
