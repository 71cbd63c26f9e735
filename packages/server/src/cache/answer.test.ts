import { expect, it } from 'vitest';
import { createAnswer, ENCODINGS } from './answer.ts';

it.each([400, 2_000, 14_900, 100_000])(
  'all its forms take no more memory than the cache counts: %d bytes',
  async (length) => {
    const records = Array.from(
      { length },
      (_, n) => `{"code":"record-${n}","value":"${(n * 7_919) % 1_000}"}`,
    );
    const text = records.join().slice(0, length);
    const answer = createAnswer({ version: 1, text, isNamed: true }, {});
    const forms = new Set(await Promise.all(ENCODINGS.map((encoding) => answer.form(encoding))));
    // A form in a larger piece of memory keeps the whole piece. Node shares one for small texts.
    const sizes = [...forms].map(({ body }) =>
      typeof body === 'string' || body.length === length ? body.length : body.buffer.byteLength,
    );
    const whole = sizes.includes(length) && length <= 8_000 ? length : 0;
    expect(sizes.reduce((sum, size) => sum + size, whole)).toBeLessThanOrEqual(answer.size);
  },
);
