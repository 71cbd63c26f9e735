import pg from 'pg';
import { expect, it } from 'vitest';
import { parserOf } from './column-values.ts';

const { JSONB, TIMESTAMPTZ, INT4, NUMERIC } = pg.types.builtins;

it('reads each type as pg does', () => {
  const texts: readonly [type: number, text: string][] = [
    [JSONB, '{"sr-Latn": "Šabac"}'],
    [JSONB, 'null'],
    [TIMESTAMPTZ, '2024-05-17 08:30:00.123+00'],
    [TIMESTAMPTZ, '0044-03-15 12:00:00+00 BC'],
    [TIMESTAMPTZ, 'infinity'],
    [INT4, '42'],
    [NUMERIC, '0.10'],
  ];
  for (const [type, text] of texts) {
    const parse = parserOf(type);
    // Once read, and once remembered.
    for (let time = 0; time < 2; time += 1) expect(parse(text)).toEqual(pg.types.getTypeParser(type)(text));
  }
});

it('remembers no more than so many values, of all columns together, and no long ones', () => {
  const parse = parserOf(JSONB);
  const first = parse('{"a": 0}');
  for (let time = 0; time < 5_000; time += 1) expect(parse('{"a": 0}')).toBe(first);
  const long = JSON.stringify({ long: 'x'.repeat(2_000) });
  expect(parse(long)).not.toBe(parse(long));
  for (let column = 0; column < 20; column += 1) {
    const other = parserOf(JSONB);
    for (let number = 0; number < 200; number += 1) other(`{"a": "${column} ${number}"}`);
  }
  expect(parse('{"a": 0}')).not.toBe(first);
  // Most of its own came up again, so it goes on.
  expect(parse('{"a": 0}')).toBe(parse('{"a": 0}'));
});

it('gives up for a column where most values are new, and for no other', () => {
  const [parse, other] = [parserOf(JSONB), parserOf(JSONB)];
  for (let number = 0; number <= 1_000; number += 1) parse(`{"a": ${number}}`);
  expect(parse('{"a": 1000}')).not.toBe(parse('{"a": 1000}'));
  expect(parse('{"a": 1000}')).toEqual({ a: 1000 });
  expect(other('{"b": 1}')).toBe(other('{"b": 1}'));
});
