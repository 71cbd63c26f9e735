import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { useTestDatabase } from '../../../../testing/database.ts';
import { type Columns, chooseColumns } from '../columns.ts';
import type { City } from '../generated/kysely.ts';
import { prepare, prepareCount } from './prepare.ts';
import { createReader, type Statement } from './reader.ts';
import { anyOf } from './sql.ts';

type Asked = {
  readonly codes: readonly string[] | null;
  readonly isReversed: boolean;
  readonly columns: Columns<City>;
};

async function useReader() {
  const { pool } = await useTestDatabase('loaded', 1);
  const statements: Statement[] = [];
  return { statements, reader: createReader(pool, { onStatement: (sent) => statements.push(sent) }) };
}

const columns = chooseColumns<City>(['code', 'geonamesId'], { geonamesId: ['geonamesId'] });

it('builds a statement once for each shape of its values, and sends the values of each time', async () => {
  const { reader, statements } = await useReader();
  let built = 0;
  const read = prepare((db, { codes, isReversed, columns: chosen }: Asked) => {
    built += 1;
    return db
      .selectFrom('city')
      .select(chosen.of('city'))
      .$if(codes !== null, (query) => query.where('city.code', '=', anyOf(codes as readonly string[])))
      .orderBy('city.code', isReversed ? 'desc' : 'asc')
      .limit(2);
  });
  const ask = (asked: Partial<Asked>) =>
    read(reader, { codes: null, isReversed: false, columns: columns.all, ...asked });
  expect(await ask({ codes: ['pirot'] })).toEqual([{ code: 'pirot', geonamesId: expect.any(Number) }]);
  expect(await ask({ codes: ['tutin', 'nowhere'] })).toEqual([expect.objectContaining({ code: 'tutin' })]);
  expect(built).toBe(1);
  const forward = await ask({});
  const backward = await ask({ isReversed: true });
  expect(built).toBe(3);
  expect(forward).not.toEqual(backward);
  const some = columns.askedBy({
    fieldNodes: [{ kind: 'Field', name: { kind: 'Name', value: 'x' } }],
    fragments: {},
  } as never);
  expect(Object.keys((await ask({ columns: some }))[0] ?? {})).toEqual(['code']);
  expect(built).toBe(4);
  expect(new Set(statements.map((sent) => sent.sql)).size).toBe(4);
  expect(statements.map(({ parameters }) => parameters.length)).toEqual([2, 2, 1, 1, 1]);
});

it('counts, also nothing', async () => {
  const { reader } = await useReader();
  const count = prepareCount((db, { code }: { readonly code: string }) =>
    db.selectFrom('city').select(sql<number>`count(*)::int`.as('count')).where('code', '=', code),
  );
  expect([await count(reader, { code: 'pirot' }), await count(reader, { code: 'nowhere' })]).toEqual([1, 0]);
});

it('keeps so many statements and no more, and answers all the same', async () => {
  const { pool } = await useTestDatabase('loaded', 1);
  const reader = createReader(pool);
  const flags = Array.from({ length: 11 }, (_, index) => `flag${index}`);
  let built = 0;
  const read = prepare((db, given: Readonly<Record<string, boolean>>) => {
    built += 1;
    const shape = flags.map((flag) => (given[flag] ? '1' : '0')).join('');
    return db
      .selectFrom('city')
      .select(sql<string>`${sql.lit(shape)}`.as('shape'))
      .limit(1);
  });
  const ask = (shape: string) =>
    read(reader, Object.fromEntries(flags.map((flag, index) => [flag, shape[index] === '1'])));
  const shapes = Array.from({ length: 1_100 }, (_, number) => number.toString(2).padStart(flags.length, '0'));
  const answers = await Promise.all(shapes.map(ask));
  expect(answers).toEqual(shapes.map((shape) => [{ shape }]));
  expect(built).toBe(shapes.length);
  await ask(shapes[0] ?? '');
  expect(built).toBe(shapes.length);
  expect(await ask(shapes.at(-1) ?? '')).toEqual([{ shape: shapes.at(-1) }]);
  expect(built).toBe(shapes.length + 1);
  const { rows } = await pool.query('SELECT count(*)::int AS count FROM pg_prepared_statements');
  expect(rows[0].count).toBeLessThanOrEqual(1_000);
});
