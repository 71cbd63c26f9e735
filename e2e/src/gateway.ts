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
  /** Stops it and drops its database. */
  close(): Promise<void>;
};

/** Starts the built gateway for a whole file of tests, which closes it. */
export async function startBuiltGateway(): Promise<BuiltGateway> {
  const database = await createTestDatabase('loaded');
  const env = { PATH: process.env.PATH, DATABASE_URL: database.url, HOST: '127.0.0.1', PORT: '0' };
  const child = spawn(process.execPath, [cli, 'serve'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  const close = async () => {
    await stop();
    await database.drop();
  };
  let printed = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const deadline = Date.now() + 60_000;
  while (!printed.includes('Stop with Ctrl-C')) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await close();
      throw new Error(`The gateway did not start. Is it built? It printed:\n${printed}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const [, port] = /http:\/\/[^/\s]+:(\d+)\//.exec(printed) ?? [];
  return { url: `http://127.0.0.1:${port}/graphql`, database, stop, close };
}
