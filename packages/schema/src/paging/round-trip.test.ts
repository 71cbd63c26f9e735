import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measurementKey } from '../dataset/measurement-key.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { decodeGlobalId, encodeGlobalId } from './global-id.ts';

const keys = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .filter((key) => !key.includes('\0') && !/\p{Cs}/u.test(key));
const lists = fc.constantFrom('cities', 'measurements', 'sources');

const longestCode = 'a'.repeat(100);
const longestKey = measurementKey(
  {
    indicator: longestCode,
    kind: 'BASELINE',
    period: '2020-01-01/2020-12-31',
    place: { district: longestCode },
    disaggregation: {
      sex: 'FEMALE',
      category: 'SOCIALLY_VULNERABLE',
      'age-band': '15-24',
      component: 'INSTITUTIONAL',
    },
  },
  longestCode,
);

describe('a cursor', () => {
  it('is read as it was made', () => {
    fc.assert(
      fc.property(lists, keys, (list, key) => decodeCursor(list, 'after', encodeCursor(list, key)) === key),
    );
  });

  it('of the longest key is read too', () => {
    expect(decodeCursor('measurements', 'after', encodeCursor('measurements', longestKey))).toBe(longestKey);
  });

  it('is refused by every other list', () => {
    fc.assert(
      fc.property(lists, lists, keys, (list, other, key) => {
        fc.pre(list !== other);
        expect(() => decodeCursor(other, 'before', encodeCursor(list, key))).toThrow(
          `no cursor of "${other}"`,
        );
      }),
    );
  });

  it('is refused when any one character is another', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ '];
    fc.assert(
      fc.property(lists, keys, fc.nat(), fc.constantFrom(...letters), (list, key, place, letter) => {
        const cursor = encodeCursor(list, key);
        const index = place % cursor.length;
        fc.pre(cursor[index] !== letter);
        const altered = cursor.slice(0, index) + letter + cursor.slice(index + 1);
        expect(() => decodeCursor(list, 'after', altered)).toThrow('no cursor');
      }),
      { numRuns: 300 },
    );
  });

  it('that anybody makes up is refused, never a failure', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 1200 }), (cursor) => {
        expect(() => decodeCursor('cities', 'after', cursor)).toThrow('no cursor of "cities"');
      }),
    );
  });
});

describe('a global id', () => {
  it('is read as it was made', () => {
    fc.assert(
      fc.property(keys, (key) => {
        expect(decodeGlobalId(encodeGlobalId('City', key))).toEqual({ typename: 'City', id: key });
      }),
    );
  });

  it('of the longest key is read too', () => {
    expect(decodeGlobalId(encodeGlobalId('Measurement', longestKey)).id).toBe(longestKey);
  });

  it('has one spelling only', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        let read: { typename: string; id: string };
        try {
          read = decodeGlobalId(text);
        } catch (error) {
          expect((error as Error).message).toContain('is not a global id');
          return;
        }
        expect(encodeGlobalId(read.typename, read.id)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});
