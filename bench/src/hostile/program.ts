import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../../../packages/server/dist/cli.js', import.meta.url));
const PATIENCE_MS = 60_000;

/** What a process takes, in MB, once garbage was collected. */
export type Memory = {
  /** What is in use: objects, and the buffers that they hold. */
  readonly used: number;
  /** What it has from the system. */
  readonly resident: number;
};

/** The built gateway, in a process of its own. */
export type Program = {
  readonly process: ChildProcess;
  readonly url: string;
  memory(): Promise<Memory>;
  /** Milliseconds that processors have worked for it, as Linux counts them: no matter who else is busy. */
  cpuMs(): Promise<number>;
};

/** Starts the gateway on a free port. */
export async function startProgram(settings: Readonly<Record<string, string>>): Promise<Program> {
  const env = { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'fatal', ...settings };
  // Memory is compared after garbage was collected, which only an inspector's signal could ask for otherwise.
  const flags = ['--max-semi-space-size=16', '--expose-gc', '--import', gcOnSignal()];
  const child = spawn(process.execPath, [...flags, cli, 'serve'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let printed = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const deadline = Date.now() + PATIENCE_MS;
  while (!printed.includes('Stop with Ctrl-C') && child.exitCode === null && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const [, port] = /http:\/\/[^/\s]+:(\d+)\//.exec(printed) ?? [];
  if (port === undefined) {
    child.kill('SIGKILL');
    throw new Error(`The gateway did not start:\n${printed}`);
  }
  return {
    process: child,
    url: `http://127.0.0.1:${port}`,
    cpuMs: async () => {
      const stat = await readFile(`/proc/${child.pid}/stat`, 'utf8');
      // After the name of the program in parentheses: user and system time, in hundredths of a second.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return 10 * (Number(fields[11]) + Number(fields[12]));
    },
    memory: async () => {
      const start = printed.length;
      child.kill('SIGUSR2');
      const told = () => /MEMORY (\{.*\})\n/.exec(printed.slice(start))?.[1];
      const until = Date.now() + PATIENCE_MS;
      while (told() === undefined && Date.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      const { heapUsed, external, rss } = JSON.parse(told() ?? '{}') as NodeJS.MemoryUsage;
      return { used: (heapUsed + external) / 2 ** 20, resident: rss / 2 ** 20 };
    },
  };
}

/** A module that collects garbage when the process is sent SIGUSR2, and tells what is in use then. */
function gcOnSignal(): string {
  const tell = "process.stderr.write('MEMORY ' + JSON.stringify(process.memoryUsage()) + '\\n')";
  const source = `process.on('SIGUSR2', () => { gc(); setTimeout(() => { gc(); ${tell}; }, 1_000); });`;
  return `data:text/javascript,${encodeURIComponent(source)}`;
}
