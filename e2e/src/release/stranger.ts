import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { succeed } from '../run.ts';
import { unset } from './settings.ts';

/** How strangers install and run what is published, and the settings that the server's README asks for. */
export const INSTALLERS = {
  npm: { install: ['npm', 'install', '--no-audit', '--no-fund'], exec: ['npx', '--no'], settings: {} },
  pnpm: {
    install: ['npx', '-y', 'pnpm@12', 'add'],
    exec: ['npx', '-y', 'pnpm@12', 'exec'],
    settings: { 'pnpm-workspace.yaml': 'strictDepBuilds: false\n' },
  },
} as const;

/** Settings that a package manager above hands down, and that would win over the folder's own. */
const ABOVE = /(registry|prefix|user_agent)$/;

/** The name of a package manager that strangers use. */
export type Installer = keyof typeof INSTALLERS;

/** An empty folder, but for the registry to use, with a package installed. */
export async function installAsStranger(
  folder: string,
  { installer, registry, name }: { installer: Installer; registry: string; name: string },
): Promise<void> {
  await mkdir(folder, { recursive: true });
  // PostgreSQL may run as another user.
  await chmod(folder, 0o755);
  const { install, settings } = INSTALLERS[installer];
  const files = { '.npmrc': `registry=${registry}\n`, 'package.json': '{ "private": true }', ...settings };
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(folder, file), text);
  const [program, ...args] = install;
  await succeed(program, [...args, name], { cwd: folder, env: unset(ABOVE) });
}

/** The installed gateway, running. */
export type StrangerGateway = {
  readonly url: string;
  readonly printed: string;
  /** Stops it and all that it started, once. */
  stop(): Promise<void>;
};

/** Starts the installed gateway as its README says, on the PostgreSQL that comes along. */
export async function serveAsStranger(folder: string, installer: Installer): Promise<StrangerGateway> {
  const [program, ...args] = INSTALLERS[installer].exec;
  const env = {
    ...process.env,
    ...unset(ABOVE),
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: '',
    DATA_DIR: '',
  };
  // A group of its own: stopping it reaches the gateway below the package manager.
  const child = spawn(program, [...args, 'reintegration', 'serve'], { cwd: folder, env, detached: true });
  let printed = '';
  for (const output of [child.stdout, child.stderr])
    output.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  const ended = once(child, 'close');
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= end();
    return stopping;
  };
  const end = async () => {
    signal(child, 'SIGTERM');
    const timer = setTimeout(() => signal(child, 'SIGKILL'), 30_000);
    await ended;
    clearTimeout(timer);
  };
  const deadline = Date.now() + 120_000;
  while (!printed.includes('Stop with Ctrl-C')) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`The gateway that was installed by ${installer} did not start:\n${printed}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const [, port] = /http:\/\/[^/\s]+:(\d+)\//.exec(printed) ?? [];
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    get printed() {
      return printed;
    },
    stop,
  };
}

/** Package managers may be gone before what they started. */
function signal({ pid }: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
