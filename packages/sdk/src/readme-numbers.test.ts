import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

type Table = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The first table behind some words: its rows by their first cell, their cells by the heading. */
function tableAfter(text: string, words: string): Table {
  const [, rest = ''] = text.split(words);
  const [table = ''] = /(?:^\|.*\n)+/m.exec(rest) ?? [];
  const rows = table.split('\n').map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  const [headings = [], , ...records] = rows.filter((row) => row.length > 0);
  return new Map(
    records.map((cells) => [
      cells[0] ?? '',
      new Map(headings.map((heading, index) => [heading, cells[index] ?? ''])),
    ]),
  );
}

/** Cells of the README that the kept measurements do not have so. */
function findInvented(readme: string, measured: string): readonly string[] {
  const parts = ['Bytes', 'Requests', 'Import and installation'].map((heading) =>
    tableAfter(measured, `## ${heading}\n`),
  );
  const told = tableAfter(readme, 'Beside other clients');
  if (told.size === 0) return ['The README has no such table.'];
  return [...told].flatMap(([client, cells]) =>
    [...cells].slice(1).flatMap(([heading, cell]) => {
      const kept = parts.map((part) => part.get(client)?.get(heading)).find((found) => found !== undefined);
      return cell === (kept ?? '–') ? [] : [`${client}, ${heading}: ${cell}, and ${kept} was measured.`];
    }),
  );
}

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
const measured = await readFile(new URL('../../../bench/results/sdk.md', import.meta.url), 'utf8');

test('what the README tells of other clients was measured', () => {
  expect(findInvented(readme, measured)).toEqual([]);
  expect(measured).toContain('bytes of one query: `fetch` by hand; @shopify/graphql-client\n');
  expect(measured).toContain('requests of the same question twice at once: @urql/core; @apollo/client\n');
});

test('another number is found, and a table that is gone', () => {
  const invented = readme.replace(/^(\| @linear\/sdk +\|) [\d,]+/m, '$1 1');
  expect(findInvented(invented, measured)).toEqual([
    expect.stringMatching(/^@linear\/sdk, one query: 1, and [\d,]+ was measured\.$/),
  ]);
  expect(findInvented('', measured)).toHaveLength(1);
});
