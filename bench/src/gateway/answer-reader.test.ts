import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createAnswerReader } from './answer-reader.ts';

const BODY = JSON.stringify({ data: { name: 'Pirot 0\\r\\n\\r\\n' } });
const ANSWERS = [
  { status: 200, text: `HTTP/1.1 200 OK\r\nContent-Length: ${BODY.length}\r\nX: y\r\n\r\n${BODY}` },
  { status: 200, text: 'HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n' },
  { status: 304, text: 'HTTP/1.1 304 Not Modified\r\netag: "a.1"\r\n\r\n' },
  {
    status: 400,
    text: `HTTP/1.1 400 Bad Request\r\nTransfer-Encoding: chunked\r\n\r\n${BODY.length.toString(16)}\r\n${BODY}\r\n0\r\n\r\n`,
  },
];

it('tells each answer as its last byte comes, whatever pieces it comes in', () => {
  const answers = fc.array(fc.constantFrom(...ANSWERS), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(answers, fc.array(fc.integer({ min: 1, max: 80 }), { minLength: 1 }), (given, sizes) => {
      const told: number[] = [];
      const read = createAnswerReader((status) => told.push(status));
      let turn = 0;
      for (const [index, { text }] of given.entries()) {
        for (let from = 0; from < text.length; ) {
          expect(told).toHaveLength(index);
          const to = from + (sizes[turn % sizes.length] ?? 1);
          read(Buffer.from(text.slice(from, to), 'latin1'));
          from = to;
          turn += 1;
        }
      }
      expect(told).toEqual(given.map(({ status }) => status));
    }),
  );
});

it.each([
  ['HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n{}', 'neither its length'],
  ['HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\n{}', 'More came'],
])('refuses what is no answer to one question: %j', (text, reason) => {
  expect(() => createAnswerReader(() => undefined)(Buffer.from(text))).toThrow(reason);
});
