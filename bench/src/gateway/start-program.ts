import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { firstAnswer } from './start-peer.ts';

const cli = fileURLToPath(new URL('../../../packages/server/dist/cli.js', import.meta.url));

/** Longest time that the program may take to listen, in milliseconds. */
const PATIENCE_MS = 60_000;

/** What the program keeps compiled of itself. */
const cache = mkdtempSync(path.join(os.tmpdir(), 'reintegration-bench-cache-'));
process.on('exit', () => rmSync(cache, { recursive: true, force: true }));

/**
 * Starts the ready program, `reintegration serve`, and ends it as soon as it has answered once.
 *
 * @returns milliseconds from the start of its process to that answer
 * @throws Error when it does not come to listen
 */
export async function startProgram(databaseUrl: string): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [cli, 'serve'], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: databaseUrl,
      XDG_CACHE_HOME: cache,
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  let printed = '';
  const listening = new Promise<void>((resolve) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      if (printed.includes('Stop with Ctrl-C')) resolve();
    });
  });
  const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  await Promise.race([listening, ended]);
  clearTimeout(patience);
  const [, port] = /http:\/\/[^/\s]+:(\d+)\//.exec(printed) ?? [];
  if (port === undefined) throw new Error(`The program does not listen:\n${printed}`);
  await firstAnswer(`http://127.0.0.1:${port}/graphql`);
  const startMs = performance.now() - startedAt;
  child.kill('SIGTERM');
  await ended;
  return startMs;
}
