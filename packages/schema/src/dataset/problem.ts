/** One thing that is wrong in a dataset, and what would be right. */
export interface DatasetProblem {
  /** The file's name in the dataset's folder. */
  readonly file: string;
  /** Where in the file, such as `measurements[3].period`; empty for the file as a whole. */
  readonly path: string;
  readonly found: string;
  readonly expected: string;
}

/** The longest piece of a found value that a problem repeats, in characters. */
const longestFound = 80;

/** A dataset was refused. Its message lists every problem, each on its own line. */
export class DatasetError extends Error {
  override readonly name = 'DatasetError';
  readonly problems: readonly DatasetProblem[];

  constructor(problems: readonly DatasetProblem[]) {
    const lines = problems.map(({ file, path, found, expected }) => {
      const where = path === '' ? file : `${file}: ${path}`;
      return `${where}: found ${found}, expected ${expected}`;
    });
    super(
      [
        `The dataset has ${problems.length === 1 ? '1 problem' : `${problems.length} problems`}:`,
        ...lines,
      ].join('\n'),
    );
    this.problems = problems;
  }
}

/** A found value in words, on one line and at most 80 characters long. */
export function describeFound(value: unknown): string {
  return value === undefined ? 'nothing' : shorten(JSON.stringify(value) ?? typeof value);
}

/** At most 80 characters of a text, with a mark where it was cut. */
export function shorten(text: string): string {
  const characters = [...text.slice(0, 2 * longestFound)];
  return characters.length > longestFound ? `${characters.slice(0, longestFound - 1).join('')}…` : text;
}
