import type { HouseFile } from './tree.ts';

/** Most lines of any one file. */
export const MOST_LINES = 400;
/** Most lines of 95 files in 100. */
export const MOST_LINES_USUALLY = 300;
/** Most lines of the file in the middle. */
export const MEDIAN_LINES = 80;

const CODE = /\.[cm]?tsx?$/;
const GENERATED = /(^|\/)generated\//;

const linesOf = ({ text }: HouseFile) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

/** What is too long: single files, and the whole. Generated code apart. */
export function findOversize(files: readonly HouseFile[]): readonly string[] {
  const code = files.filter(({ path }) => CODE.test(path) && !GENERATED.test(path));
  const sizes = code.map(linesOf).sort((a, b) => a - b);
  if (sizes.length === 0) return ['There is no code to measure.'];
  const median = sizes[Math.floor((sizes.length - 1) / 2)] ?? 0;
  const usual = sizes[Math.ceil(sizes.length * 0.95) - 1] ?? 0;
  const long = code.filter((file) => linesOf(file) > MOST_LINES);
  return [
    ...long.map((file) => `${file.path} has ${linesOf(file)} lines. Expected at most ${MOST_LINES}.`),
    ...(usual > MOST_LINES_USUALLY
      ? [`95 % of the files reach ${usual} lines. Expected ${MOST_LINES_USUALLY}.`]
      : []),
    ...(median > MEDIAN_LINES
      ? [`The median file has ${median} lines. Expected at most ${MEDIAN_LINES}.`]
      : []),
  ];
}
