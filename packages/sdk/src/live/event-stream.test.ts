import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEventReader } from './event-stream.ts';

function eventsIn(...pieces: string[]): string[][] {
  const events: string[][] = [];
  const read = createEventReader((type, data) => events.push([type, data]));
  pieces.forEach(read);
  return events;
}

describe('server-sent events', () => {
  test.each([
    ['an event', 'event: next\ndata: 1\n\n', [['next', '1']]],
    ['data of several lines', 'data: 1\ndata: 2\n\n', [['', '1\n2']]],
    ['no space behind the colon', 'event:next\ndata:1\n\n', [['next', '1']]],
    ['one space of two is data', 'data:  1\n\n', [['', ' 1']]],
    ['a colon in the data', 'data: {"a": "b:c"}\n\n', [['', '{"a": "b:c"}']]],
    ['empty data', 'event: complete\ndata:\n\n', [['complete', '']]],
    ['no data', 'event: complete\n\n', [['complete', '']]],
    ['a field without colon', 'event: x\ndata\n\n', [['x', '']]],
    ['a comment is no event', ':\n\n: hello\n\n', []],
    ['nor are other fields', 'id: 1\nretry: 5\n\n', []],
    ['what is not complete is not told', 'event: next\ndata: 1\n', []],
    [
      'a type is of one event',
      'event: a\ndata: 1\n\ndata: 2\n\n',
      [
        ['a', '1'],
        ['', '2'],
      ],
    ],
  ])('%s', (_name, text, events) => {
    expect(eventsIn(text)).toEqual(events);
  });

  test('are the same however they are cut, and whatever ends their lines', () => {
    const line = fc.constantFrom('event: next', 'data: {"a":1}', 'data: ä', ': beat', 'id: 7', '', '');
    const ends = fc.constantFrom('\n', '\r', '\r\n');
    fc.assert(
      fc.property(fc.array(line), ends, fc.array(fc.nat(200)), (lines, end, cuts) => {
        const text = lines.map((content) => content + end).join('');
        const places = [0, ...cuts.sort((a, b) => a - b), text.length];
        const pieces = places.map((place, index) => text.slice(place, places[index + 1] ?? text.length));
        // The last of two returns that follow each other ends a line of its own.
        const expected = eventsIn(lines.map((content) => `${content}\n`).join(''));
        expect(eventsIn(...pieces)).toEqual(expected);
      }),
    );
  });
});
