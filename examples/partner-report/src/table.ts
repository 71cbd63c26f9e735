import type { Locale } from '@reintegration/sdk';
import type { FigureFields } from '@reintegration/sdk/operations';
import { quantity, share, wordsIn } from './words.ts';

/** How wide a column may become before its words wrap, and on which side it stands. */
const COLUMNS = [
  { width: 32, side: 'left' },
  { width: 20, side: 'left' },
  { width: 20, side: 'left' },
  { width: 14, side: 'right' },
  { width: 14, side: 'right' },
  { width: 9, side: 'right' },
  { width: 26, side: 'left' },
] as const;

/** The figures as lines of text. */
export function formatTable(figures: readonly FigureFields[], locale: Locale): string {
  const words = wordsIn(locale);
  const rows = [words.headings, ...figures.map((figure) => cellsOf(figure, locale))].map((cells) =>
    COLUMNS.map(({ width }, column) => wrap(cells[column] ?? '', width)),
  );
  const widths = COLUMNS.map((_, column) =>
    Math.max(...rows.flatMap((row) => (row[column] ?? []).map(widthOf))),
  );
  const [heading = [], ...body] = rows.map((row) => lines(row, widths));
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [...heading, rule, ...body.flat()].join('\n');
}

function cellsOf(
  { indicator, period, place, target, progress, sources, ...figure }: FigureFields,
  locale: Locale,
) {
  const words = wordsIn(locale);
  return [
    indicator.name,
    period.label,
    place.__typename === 'Project' ? words.wholeProject : place.name,
    quantity(figure, words),
    target === null ? '–' : quantity(target, words),
    progress === null ? '–' : share(progress, words),
    sources.map(({ code }) => code).join(', '),
  ];
}

function wrap(text: string, width: number): string[] {
  const wrapped: string[] = [];
  for (const word of text.split(' ')) {
    const longer = wrapped.length === 0 ? word : `${wrapped.at(-1)} ${word}`;
    if (widthOf(longer) <= width || wrapped.length === 0) wrapped.splice(-1, 1, longer);
    else wrapped.push(word);
  }
  return wrapped;
}

function lines(row: readonly (readonly string[])[], widths: readonly number[]): string[] {
  const height = Math.max(...row.map((cell) => cell.length));
  return Array.from({ length: height }, (_, line) =>
    row
      .map((cell, column) => pad(cell[line] ?? '', widths[column] ?? 0, COLUMNS[column]?.side))
      .join('  ')
      .trimEnd(),
  );
}

function pad(text: string, width: number, side: 'left' | 'right' = 'left'): string {
  const spaces = ' '.repeat(Math.max(0, width - widthOf(text)));
  return side === 'left' ? text + spaces : spaces + text;
}

function widthOf(text: string): number {
  return [...text.normalize('NFC')].length;
}
