import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonFaults } from './json-syntax.ts';

describe('findJsonFaults', () => {
  it.each([
    ['{\n  "a": 1,\n}', { line: 3, column: 1, found: '}', expected: 'a key in double quotes' }],
    ['[1 2]', { line: 1, column: 4, found: '2]', expected: ', or ]' }],
    ['[1, ]', { line: 1, column: 5, found: ']', expected: 'a value' }],
    ['{"a" 1}', { line: 1, column: 6, found: '1}', expected: ':' }],
    ['{"a": 01}', { line: 1, column: 7, found: '01}', expected: 'a value' }],
    ["{'a': 1}", { line: 1, column: 2, found: "'a': 1}", expected: 'a key in double quotes or }' }],
    ['{"a": 1}\n]', { line: 2, column: 1, found: ']', expected: 'the end of the file' }],
    ['{"a": [1', { line: 1, column: 9, found: 'the end of the file', expected: ', or ]' }],
    ['', { line: 1, column: 1, found: 'the end of the file', expected: 'a value' }],
    [
      '{"a": "open\n}',
      { line: 1, column: 7, found: '"open', expected: 'text closed by a double quote on the same line' },
    ],
    [
      '[{"value": "42",\n "value": "43"}]',
      { line: 2, column: 2, found: '"value" a second time', expected: 'each key once in an object' },
    ],
  ])('finds the fault of %j', (text, fault) => {
    expect(findJsonFaults(text)).toEqual([fault]);
  });

  it('gives up on brackets that go too deep, however deep they go', () => {
    expect(findJsonFaults('['.repeat(200_000))).toEqual([
      expect.objectContaining({ line: 1, column: 51, expected: 'at most 50 brackets within each other' }),
    ]);
    expect(findJsonFaults(`${'['.repeat(50)}${']'.repeat(50)}`)).toEqual([]);
  });

  it('knows an escaped key for the same key', () => {
    expect(findJsonFaults('{"a": 1, "\\u0061": 2}')).toHaveLength(1);
  });

  it('finds no fault in JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(3), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        expect(findJsonFaults(text)).toEqual([]);
      }),
    );
  });

  it('refuses what JSON.parse refuses, and nothing else', () => {
    const character = fc.constantFrom(...'{}[],:"\\0.-+eE1tu \n\u0001\u007f');
    const damaged = fc.tuple(fc.json(), fc.nat(), fc.nat(2), character).map(([json, at, removed, added]) => {
      const from = at % (json.length + 1);
      return json.slice(0, from) + added + json.slice(from + removed);
    });
    fc.assert(
      fc.property(damaged, (text) => {
        const faults = findJsonFaults(text).filter(({ expected }) => !expected.startsWith('each key once'));
        expect(faults.length === 0).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
