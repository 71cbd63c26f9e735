import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { median } from '../median.ts';

const cwd = fileURLToPath(new URL('../..', import.meta.url));

/** Milliseconds that a fresh process takes to import these. */
async function importOnce(imports: readonly string[]): Promise<number> {
  const script = `
    const start = performance.now();
    ${imports.map((name) => `await import('${name}');`).join('\n')}
    console.log(performance.now() - start);
    process.exit();`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd,
  });
  return Number(stdout);
}

/**
 * How many times longer each takes than the first, medians of rounds in which all take turns. What else the machine
 * does in a round slows all of them.
 */
export async function compareImports(
  clients: readonly (readonly string[])[],
  rounds: number,
): Promise<readonly number[]> {
  const times: number[][] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const row: number[] = [];
    for (const imports of clients) row.push(await importOnce(imports));
    // The first round fills the caches of the disk.
    if (round > 0) times.push(row);
  }
  return clients.map((_, index) => median(times.map((row) => (row[index] ?? 0) / (row[0] ?? 1))));
}
