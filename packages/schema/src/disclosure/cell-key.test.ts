import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { addKeys, createKeyMaker, KEY_RANGE } from './cell-key.ts';

const keys = createKeyMaker(Buffer.alloc(32, 1));
const ids = Array.from({ length: 20_000 }, () => randomUUID());
const sumOf = (some: readonly string[]) => some.map(keys.recordKey).reduce(addKeys, 0);

it('gives a record the same key for ever, and another under another secret', () => {
  const id = '11111111-1111-4111-8111-111111111111';
  expect(keys.recordKey(id)).toBe(createKeyMaker(Buffer.alloc(32, 1)).recordKey(id));
  expect(keys.recordKey(id)).not.toBe(createKeyMaker(Buffer.alloc(32, 2)).recordKey(id));
});

it('adds exactly, in whatever order', () => {
  const backwards = [...ids].reverse();
  expect(sumOf(ids)).toBe(sumOf(backwards));
  const exact = ids.reduce((sum, id) => sum + BigInt(keys.recordKey(id)), 0n) % BigInt(KEY_RANGE);
  expect(BigInt(sumOf(ids))).toBe(exact);
});

it('spreads keys evenly, of records and of cells', () => {
  for (const all of [ids.map(keys.recordKey), ids.map((id) => keys.cellKey(keys.recordKey(id)))]) {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (const key of all)
      tenths[Math.floor((key / KEY_RANGE) * 10)] = (tenths[Math.floor((key / KEY_RANGE) * 10)] ?? 0) + 1;
    for (const tenth of tenths) expect(Math.abs(tenth - 2_000)).toBeLessThan(220);
  }
});

it('does not let the keys of parts add up to the key of the whole', () => {
  const [left, right] = [ids.slice(0, 7), ids.slice(7, 20)].map(sumOf) as [number, number];
  const whole = addKeys(left, right);
  expect(whole).toBe(sumOf(ids.slice(0, 20)));
  expect(addKeys(keys.cellKey(left), keys.cellKey(right))).not.toBe(keys.cellKey(whole));
});
