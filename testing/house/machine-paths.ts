import type { HouseFile } from './tree.ts';

/** The beginning of a path that exists on one machine only; not a part of a longer path or of an address. */
const MACHINE_PATH = /(?:file:\/\/|(?<![\w.\-/~}*]))\/(?:work|root|home|Users)\/[\w.-]/;

/** Places where a file names a folder of somebody's machine. */
export function findMachinePaths(files: readonly HouseFile[]): readonly string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        MACHINE_PATH.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 80)}`] : [],
      ),
  );
}
