import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { requireFewPairs } from './count-pairs.ts';
import { DEFAULT_LIMITS } from './limits.ts';

const counts = (document: string, maxPairs: number) => () =>
  requireFewPairs(parse(document), { ...DEFAULT_LIMITS, maxPairs });

describe('pairs of fields in one place of the answer', () => {
  it.each([
    ['none', '{ a b c { a b } }', 0],
    ['those of the same name', '{ a a a }', 3],
    ['those by the same alias', '{ a: b a: c }', 1],
    ['those in fragments that stand in it', '{ a ... { a } ... on Query { a } }', 3],
    ['those in fragments by name, each but once', '{ a ...F ...F } fragment F on Query { a }', 1],
    ['those below fields that are merged', '{ a { b } a { b } a { b } }', 6],
    ['none between fields that are not', '{ x: a { b } y: a { b } }', 0],
  ])('%s', (_what, document, pairs) => {
    expect(counts(document, pairs)).not.toThrow();
    if (pairs > 0) expect(counts(document, pairs - 1)).toThrow(`more than ${pairs - 1} pairs of fields`);
  });
});

it('come to an end, whatever the fragments are', () => {
  const cycle = '{ a { ...F } } fragment F on A { a { ...F } }';
  expect(counts(cycle, 5_000)).toThrow('more than 120 levels');
  const doubling = 'fragment F on A { a: x { ...F } b: x { ...F } }';
  expect(counts(`{ ...F } ${doubling}`, 5_000)).toThrow('more than ');
  expect(counts('{ ...F } fragment F on Query { ...G } fragment G on Query { ...F }', 0)).not.toThrow();
  expect(counts('{ ...Nothing }', 0)).not.toThrow();
});
