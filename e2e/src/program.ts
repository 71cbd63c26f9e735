import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** The built program. */
export const cli = fileURLToPath(new URL('../../packages/server/dist/cli.js', import.meta.url));

/** The built program, running. */
export type RunningProgram = {
  readonly child: ChildProcess;
  /** What it has printed so far, for people. */
  printed(): string;
  /** Waits until it has printed a text. */
  waitFor(text: string): Promise<void>;
  /** Sends a signal and waits for the end; tells the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** Waits for the end; tells the exit code. */
  untilEnd(): Promise<number | null>;
};

/** Runs the built program; killed when the test has finished. */
export function startProgram(args: readonly string[], env: Readonly<Record<string, string>>): RunningProgram {
  const child = spawn(process.execPath, [cli, ...args], {
    env: { PATH: process.env.PATH, NODE_DISABLE_COMPILE_CACHE: '1', ...env },
  });
  let printed = '';
  child.stderr.on('data', (chunk) => {
    printed += chunk;
  });
  child.stdout.resume();
  const ended = once(child, 'exit') as Promise<[number | null]>;
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  return {
    child,
    printed: () => printed,
    waitFor: async (text) => {
      const deadline = Date.now() + 30_000;
      while (!printed.includes(text)) {
        if (child.exitCode !== null || Date.now() > deadline)
          throw new Error(`"${text}" was not printed:\n${printed}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    end: async (signal) => {
      child.kill(signal);
      return (await ended)[0];
    },
    untilEnd: async () => (await ended)[0],
  };
}

/** Runs the built program to its end. */
export async function runProgram(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [cli, ...args], {
    env: { PATH: process.env.PATH, NODE_DISABLE_COMPILE_CACHE: '1', ...env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}
