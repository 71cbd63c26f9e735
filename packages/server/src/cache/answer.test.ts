import { expect, it } from 'vitest';
import { createAnswer, ENCODINGS } from './answer.ts';

it('all its forms take no more memory than the cache counts', async () => {
  const answer = createAnswer({ version: 1, text: 'answer '.repeat(200), isNamed: true }, {});
  const forms = await Promise.all(ENCODINGS.map((encoding) => answer.form(encoding)));
  // A form in a larger piece of memory keeps the whole piece. Node shares one for small texts.
  const packed = forms.slice(0, -1).reduce((sum, { bytes }) => sum + bytes.buffer.byteLength, 0);
  expect(packed + 1_400).toBeLessThanOrEqual(answer.size);
});
