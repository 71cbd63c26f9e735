import { execFile } from 'node:child_process';

/** What a program left behind. */
export type Outcome = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Runs a program to its end, whatever that is. */
export function run(
  program: string,
  args: readonly string[],
  { cwd, env }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string | undefined>> } = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(program, args, { cwd, env: { ...process.env, ...env } }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ code, stdout, stderr });
    });
  });
}

/** Runs a program that must succeed; answers what it printed. */
export async function succeed(...args: Parameters<typeof run>): Promise<string> {
  const { code, stdout, stderr } = await run(...args);
  if (code !== 0)
    throw new Error(`${args[0]} ${args[1].join(' ')} ended with ${code}:\n${stdout}\n${stderr}`);
  return stdout;
}
