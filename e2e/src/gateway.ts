import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts';

const cli = fileURLToPath(new URL('../../packages/server/dist/cli.js', import.meta.url));

/** The built gateway on a database of its own with the real dataset. */
export type BuiltGateway = {
  /** Its GraphQL endpoint. */
  readonly url: string;
  readonly database: TestDatabase;
  /** Stops it, without forgetting its database. */
  stop(): Promise<void>;
  /** Kills it in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Stops it and drops its database. */
  close(): Promise<void>;
};

/** Starts the built gateway for a whole file of tests, which closes it. */
export async function startBuiltGateway(): Promise<BuiltGateway> {
  const database = await createTestDatabase('loaded');
  try {
    const running = await startGatewayOn(database.url);
    const close = async () => {
      await running.stop();
      await database.drop();
    };
    return { ...running, database, close };
  } catch (error) {
    await database.drop();
    throw error;
  }
}

/** Starts the built gateway on a database that may have others, too. */
export async function startGatewayOn(
  databaseUrl: string,
): Promise<Pick<BuiltGateway, 'url' | 'stop' | 'kill'>> {
  const env = { PATH: process.env.PATH, DATABASE_URL: databaseUrl, HOST: '127.0.0.1', PORT: '0' };
  const child = spawn(process.execPath, [cli, 'serve'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(child, 'exit');
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  const stop = () => end('SIGTERM');
  let printed = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const deadline = Date.now() + 60_000;
  while (!printed.includes('Stop with Ctrl-C')) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`The gateway did not start. Is it built? It printed:\n${printed}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const [, port] = /http:\/\/[^/\s]+:(\d+)\//.exec(printed) ?? [];
  return { url: `http://127.0.0.1:${port}/graphql`, stop, kill: () => end('SIGKILL') };
}
