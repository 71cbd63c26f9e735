import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Stranger } from '../stranger.ts';

/** A worker that answers requests. */
export type Worker = { readonly url: string; stop(): Promise<void> };

/** The gateway of a test runs on this machine, which workers do not reach unless they are allowed to. */
const CONFIG = `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .worker), (name = "internet", network = (allow = ["private"]))],
  sockets = [(name = "main", address = "127.0.0.1:0", http = (), service = "main")],
);
const worker :Workerd.Worker = (
  modules = [(name = "worker.mjs", esModule = embed "worker.mjs")],
  compatibilityDate = "2026-01-01",
);
`;

/** Starts a worker of this one module. */
export async function startWorker(program: string, stranger: Stranger, module: string): Promise<Worker> {
  await stranger.write('worker.mjs', module);
  const config = await stranger.write('worker.capnp', CONFIG);
  const child = spawn(program, ['serve', '--control-fd=3', config], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  let complaints = '';
  child.stderr?.on('data', (chunk) => {
    complaints += chunk;
  });
  // It tells there which port it got.
  for await (const line of createInterface(child.stdio[3] as Readable)) {
    const { event, port } = JSON.parse(line);
    if (event === 'listen') return { url: `http://127.0.0.1:${port}/`, stop };
  }
  await stop();
  throw new Error(`The worker did not start. workerd printed:\n${complaints}`);
}
