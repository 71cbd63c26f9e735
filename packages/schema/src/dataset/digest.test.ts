import { describe, expect, it } from 'vitest';
import { entryDigest } from './digest.ts';

describe('entryDigest', () => {
  it('is SHA-256 of canonical JSON', () => {
    // printf '{"a":1,"b":{"c":[2,1],"d":"š"}}' | sha256sum
    const digest = '0105afc7580cb259c596081cd79a9ee25141b23a0af969b5a56120fdc5c3e587';
    expect(entryDigest({ b: { d: 'š', c: [2, 1] }, a: 1 })).toBe(digest);
  });

  it('does not depend on the order of keys or on fields that are undefined', () => {
    expect(entryDigest({ a: 1, b: undefined, c: { e: 1, d: 2 } })).toBe(
      entryDigest({ c: { d: 2, e: 1 }, a: 1 }),
    );
  });

  it.each([[{ a: '1' }], [{ a: [2, 1] }], [{ a: null }], [{}], [[]], [null], [{ a: { a: [1, 2] } }]])(
    'differs for %j',
    (other) => {
      expect(entryDigest(other)).not.toBe(entryDigest({ a: [1, 2] }));
    },
  );
});
