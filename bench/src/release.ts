import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEmbeddedPostgres } from '../../packages/server/src/database/embedded-postgres.ts';
import { median } from './median.ts';

const PEOPLE = Number(process.argv[2] ?? 100_000);
const ROUNDS = 3;

const cli = fileURLToPath(new URL('../../packages/server/dist/cli.js', import.meta.url));
const folder = await mkdtemp(path.join(os.tmpdir(), 'reintegration-release-'));
await chmod(folder, 0o755);
const postgres = await openEmbeddedPostgres(folder, (step) => process.stderr.write(`  ${step} …\n`));

/** How long one command of the program took, and the most memory that its process had. */
type Run = { readonly seconds: number; readonly peakMb: number };

/** The most memory that a process has had so far, as Linux counts it; 0 when it is gone. */
async function peakOf(child: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
}

async function run(...args: readonly string[]): Promise<Run> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [cli, ...args], {
    env: { ...process.env, DATABASE_URL: postgres.url },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  let peakMb = 0;
  const timer = setInterval(async () => {
    peakMb = Math.max(peakMb, await peakOf(child));
  }, 50);
  const [code] = await once(child, 'exit');
  clearInterval(timer);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}.`);
  return { seconds: (performance.now() - startedAt) / 1_000, peakMb };
}

try {
  const made = await run('synthetic', '--beneficiaries', String(PEOPLE), '--seed', '7');
  const releases: Run[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    releases.push(await run('release', 'create', '--project', 'synthetic', '--period', '2025'));
  }
  const seconds = releases.map((release) => release.seconds);
  const peaks = releases.map((release) => release.peakMb);
  const table = [
    '# A release',
    '',
    `${PEOPLE.toLocaleString('en')} people who are made up, Node ${process.versions.node}, embedded PostgreSQL on the same machine (${os.cpus().length} processors). Each command is a process of its own, from start to end.`,
    '',
    '| what | measured |',
    '|---|---|',
    `| \`release create\`, median of ${ROUNDS} | ${median(seconds).toFixed(1)} s |`,
    `| the slowest of ${ROUNDS} | ${Math.max(...seconds).toFixed(1)} s |`,
    `| most memory of its process | ${Math.max(...peaks).toFixed(0)} MB |`,
    `| \`synthetic\`, which makes the people | ${made.seconds.toFixed(1)} s, ${made.peakMb.toFixed(0)} MB |`,
    '',
  ].join('\n');
  await writeFile(new URL('../results/release.md', import.meta.url), table);
  process.stdout.write(table);
} finally {
  await postgres.close();
  await rm(folder, { recursive: true, force: true });
}
