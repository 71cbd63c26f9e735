import type { Wait } from './requests.ts';

/** A table of Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`);
  return lines.join('');
}

export const writeCount = (count: number) => count.toLocaleString('en');

export const writeWait = (wait: Wait) =>
  wait === null ? 'gives up' : `${writeCount(wait.leastMs)} to ${writeCount(wait.mostMs)} ms`;

export const writeYes = (value: boolean | null) => (value === null ? '–' : value ? '**yes**' : 'no');
