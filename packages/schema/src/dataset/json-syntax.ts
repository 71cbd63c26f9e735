import { shorten } from './problem.ts';

/** What keeps a text from being JSON that says one thing only. Lines and columns count from 1. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  readonly found: string;
  readonly expected: string;
}

const blanks = /[ \t\n\r]*/y;
const quoted = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/u;
const plain = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/u;
const token = new RegExp(`[{}[\\],:]|${quoted.source}|${plain.source}`, 'uy');

/** Levels of brackets that are followed; a dataset needs six. */
const MAX_DEPTH = 50;

class SyntaxFault extends Error {}

/**
 * Finds where a text leaves JSON, and keys that an object holds twice, of which `JSON.parse` would silently
 * keep the last. It stops at the first error of syntax.
 */
export function findJsonFaults(text: string): JsonFault[] {
  const faults: JsonFault[] = [];
  let position = 0;
  let start = 0;
  let depth = 0;

  function report(found: string, expected: string): void {
    const before = text.slice(0, start).split('\n');
    faults.push({ line: before.length, column: (before.at(-1)?.length ?? 0) + 1, found, expected });
  }
  function fail(expected: string): never {
    const rest = text.slice(start).split(/[\r\n]/, 1)[0] ?? '';
    report(start >= text.length ? 'the end of the file' : shorten(rest.trimEnd()), expected);
    throw new SyntaxFault();
  }
  function next(expected: string): string {
    start = skip(blanks, position);
    position = skip(token, start);
    if (position === start)
      fail(text[start] === '"' ? 'text closed by a double quote on the same line' : expected);
    return text.slice(start, position);
  }
  function skip(pattern: RegExp, from: number): number {
    pattern.lastIndex = from;
    return from + (pattern.exec(text)?.[0].length ?? 0);
  }
  function readValue(first: string, expected: string): void {
    if (/^[}\],:]/.test(first)) fail(expected);
    if (first !== '{' && first !== '[') return;
    depth += 1;
    if (depth > MAX_DEPTH) fail(`at most ${MAX_DEPTH} brackets within each other`);
    if (first === '{') readMembers();
    else readItems();
    depth -= 1;
  }
  function readItems(): void {
    let item = next('a value or ]');
    if (item === ']') return;
    for (;;) {
      readValue(item, 'a value');
      const separator = next(', or ]');
      if (separator === ']') return;
      if (separator !== ',') fail(', or ]');
      item = next('a value');
    }
  }
  function readMembers(): void {
    const keys = new Set<string>();
    let key = next('a key in double quotes or }');
    if (key === '}') return;
    for (;;) {
      if (!key.startsWith('"')) fail('a key in double quotes');
      const name = String(JSON.parse(key));
      if (keys.has(name)) report(`${shorten(key)} a second time`, 'each key once in an object');
      keys.add(name);
      if (next(':') !== ':') fail(':');
      readValue(next('a value'), 'a value');
      const separator = next(', or }');
      if (separator === '}') return;
      if (separator !== ',') fail(', or }');
      key = next('a key in double quotes');
    }
  }

  try {
    readValue(next('a value'), 'a value');
    start = skip(blanks, position);
    if (start < text.length) fail('the end of the file');
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error;
  }
  return faults;
}
