import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKey, findKeyIn } from './key.ts';

const LETTERS = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'];

describe('a key', () => {
  it('is spelled as it was promised, and is read back', () => {
    const { key, hash } = createKey();
    expect(key).toMatch(/^rk_[0-9A-Za-z]{24}_[0-9A-Za-z]{6}$/);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(findKeyIn(key)).toEqual({ hash });
  });

  it('is another each time, of digits and letters alike', () => {
    const keys = Array.from({ length: 2_000 }, () => createKey().key);
    expect(new Set(keys).size).toBe(keys.length);
    const drawn = keys.flatMap((key) => [...key.slice(3, 27)]);
    for (const letter of LETTERS) {
      const share = drawn.filter((other) => other === letter).length / drawn.length;
      expect(Math.abs(share * LETTERS.length - 1), letter).toBeLessThan(0.25);
    }
  });

  it('keeps its checksum, whatever version made it', () => {
    expect(findKeyIn('rk_000000000000000000000000_0RFTvn')).not.toBeNull();
  });

  it('is refused with any one character mistyped', () => {
    const { key } = createKey();
    for (let position = 3; position < key.length; position += 1) {
      for (const letter of LETTERS) {
        if (letter === key[position] || position === 27) continue;
        expect(findKeyIn(key.slice(0, position) + letter + key.slice(position + 1))).toBeNull();
      }
    }
  });

  it('is refused with two neighbours exchanged', () => {
    const { key } = createKey();
    for (let position = 3; position < key.length - 1; position += 1) {
      const [a = '', b = ''] = [key[position], key[position + 1]];
      if (a === b) continue;
      expect(findKeyIn(key.slice(0, position) + b + a + key.slice(position + 2))).toBeNull();
    }
  });

  it.each([
    ['nothing', () => ''],
    ['a space behind it', (key: string) => `${key} `],
    ['a line behind it', (key: string) => `${key}\n`],
    ['one character less', (key: string) => key.slice(0, -1)],
    ['another prefix', (key: string) => `sk${key.slice(2)}`],
    ['capitals', (key: string) => key.toUpperCase()],
    ['its hash instead', (key: string) => findKeyIn(key)?.hash ?? ''],
  ])('is refused with %s', (_what, change) => {
    expect(findKeyIn(change(createKey().key))).toBeNull();
  });
});

it('takes no text that was made up', () => {
  fc.assert(fc.property(fc.string(), (text) => findKeyIn(text) === null));
  const secrets = fc.array(fc.constantFrom(...LETTERS), { minLength: 30, maxLength: 30 });
  fc.assert(
    fc.property(secrets, (letters) => {
      const text = letters.join('');
      return findKeyIn(`rk_${text.slice(0, 24)}_${text.slice(24)}`) === null;
    }),
  );
});
