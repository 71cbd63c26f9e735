import { spawn } from 'node:child_process';
import type { OsUser } from './os-user.ts';

/**
 * Runs a program to its end, as another OS user where one is given.
 *
 * @throws Error with what it printed when it ends with another status than 0
 */
export function runProgram(program: string, args: readonly string[], user: OsUser | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      // A server that the program leaves running must not hold our pipes open, so it may not inherit them.
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: '/',
      // biome-ignore lint/style/noProcessEnv: handed on whole, not read
      env: { ...process.env, LC_ALL: 'C' },
      ...(user ?? {}),
    });
    let printed = '';
    child.stdout.on('data', (chunk) => {
      printed += chunk;
    });
    child.stderr.on('data', (chunk) => {
      printed += chunk;
    });
    child.once('error', reject);
    child.once('exit', (status) => {
      child.stdout.destroy();
      child.stderr.destroy();
      if (status === 0) resolve();
      else reject(new Error(`${program} ended with status ${status}\n${printed.slice(-2_000)}`));
    });
  });
}
