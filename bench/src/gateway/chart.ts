import type { Bar } from './figures.ts';

/** Bars with a heading, drawn one group below the other. */
export type Panel = { readonly title: string; readonly bars: readonly Bar[] };

const WIDTH = 760;
const LABELS = 250;
const BAR = 14;
const GAP = 4;
const GROUP = 30;
const HEAD = 34;
/** Room behind the longest bar for its number. */
const NUMBER = 60;

/** Colours that can be told apart on light and on dark ground. */
const COLOURS = ['#2a78b8', '#d9822b', '#7a9a3a', '#a05ab4', '#c8506a'];

const TITLE = 'Requests a second of this gateway and of others, as ratios';

const STYLE = `<style>
  text { font: 12px system-ui, sans-serif; fill: #1f2328; }
  .title { font-weight: 600; font-size: 14px; }
  .group { font-weight: 600; }
  .base { stroke: #1f2328; stroke-dasharray: 3 3; opacity: 0.5; }
  @media (prefers-color-scheme: dark) { text { fill: #e6edf3; } .base { stroke: #e6edf3; } }
</style>`;

const escapeText = (text: string) =>
  text.replaceAll(/[*`]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function draw(
  { title, bars }: Panel,
  top: number,
): { readonly lines: readonly string[]; readonly bottom: number } {
  const drawn = bars.filter(({ value }) => Number.isFinite(value));
  const longest = Math.max(1, ...drawn.map(({ value }) => value));
  const names = [...new Set(drawn.map(({ name }) => name))];
  const lengthOf = (value: number) => (value / longest) * (WIDTH - LABELS - NUMBER);
  const lines = [`<text class="title" x="0" y="${top + 16}">${escapeText(title)}</text>`];
  let y = top + HEAD;
  const first = y;
  for (const group of new Set(drawn.map((bar) => bar.group))) {
    lines.push(`<text class="group" x="0" y="${y + 11}">${escapeText(group)}</text>`);
    y += BAR + GAP;
    for (const { name, value } of drawn.filter((bar) => bar.group === group)) {
      const length = lengthOf(value).toFixed(1);
      const colour = COLOURS[names.indexOf(name) % COLOURS.length];
      lines.push(
        `<text x="${LABELS - 8}" y="${y + 11}" text-anchor="end">${escapeText(name)}</text>`,
        `<rect x="${LABELS}" y="${y}" width="${length}" height="${BAR}" rx="2" fill="${colour}"/>`,
        `<text x="${(LABELS + Number(length) + 6).toFixed(1)}" y="${y + 11}">${value.toFixed(2)}</text>`,
      );
      y += BAR + GAP;
    }
    y += GROUP - BAR - GAP;
  }
  const base = (LABELS + lengthOf(1)).toFixed(1);
  lines.push(`<line class="base" x1="${base}" y1="${first}" x2="${base}" y2="${y - GROUP + BAR}"/>`);
  return { lines, bottom: y };
}

/** Draws bars as SVG; the dashed line is 1. */
export function drawChart(panels: readonly Panel[]): string {
  const lines: string[] = [];
  let y = 0;
  for (const panel of panels) {
    const drawn = draw(panel, y);
    lines.push(...drawn.lines);
    y = drawn.bottom;
  }
  const size = `viewBox="0 0 ${WIDTH} ${y}" width="${WIDTH}" height="${y}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img">\n<title>${TITLE}</title>\n${STYLE}\n${lines.join('\n')}\n</svg>\n`;
}
