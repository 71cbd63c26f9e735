import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Shares } from './profile-shares.ts';
import type { PeerOrder, PeerReport, PeerSettings } from './serve-peer.ts';

/** A server that runs in a process of its own. */
export type RunningPeer = {
  readonly url: string;
  /** Milliseconds from the start of its process to its first answer. */
  readonly startMs: number;
  /** Memory that its process holds now (resident set), in bytes. */
  memory(): Promise<number>;
  /** What its process does from now on, for so many seconds. */
  profile(seconds: number): Promise<Shares>;
  close(): Promise<void>;
};

/** Where Node keeps what it has compiled of the servers' code: the ready server has it do so, too. */
const compiledCode = mkdtempSync(path.join(os.tmpdir(), 'reintegration-bench-compiled-'));
process.on('exit', () => rmSync(compiledCode, { recursive: true, force: true }));

/** Longest time that a server may take to listen, in milliseconds. */
const PATIENCE_MS = 60_000;

/** Asks a server for the first time, and waits for its answer. */
export async function firstAnswer(url: string): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: 'query Typename { __typename }', operationName: 'Typename' }),
  });
  await response.arrayBuffer();
}

/**
 * Starts a server's program.
 *
 * @param program - its file in `peers`
 * @param nodeFlags - flags for Node, beside those of this process
 * @throws Error when it does not listen
 */
export async function startPeer(
  program: string,
  settings: PeerSettings,
  nodeFlags: readonly string[] = [],
): Promise<RunningPeer> {
  const startedAt = performance.now();
  const child = fork(fileURLToPath(new URL(`peers/${program}.ts`, import.meta.url)), {
    env: { ...process.env, NODE_ENV: 'production', NODE_COMPILE_CACHE: compiledCode },
    execArgv: [...nodeFlags],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaint = '';
  child.stderr?.on('data', (chunk) => {
    complaint = `${complaint}${chunk}`.slice(-2_000);
  });
  const order = <Report extends PeerReport>(message: PeerOrder) =>
    new Promise<Report>((resolve, reject) => {
      const fail = (reason: string) => reject(new Error(`${program}: ${reason}`));
      const end = () => fail(`its process ended. ${complaint}`);
      const timer = setTimeout(() => fail('it does not answer'), PATIENCE_MS);
      child.once('exit', end);
      child.once('message', (report: PeerReport) => {
        clearTimeout(timer);
        child.off('exit', end);
        if (report.kind === 'failed') fail(report.reason);
        else resolve(report as Report);
      });
      child.send(message);
    });
  const close = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  };
  try {
    const { url } = await order<Extract<PeerReport, { kind: 'listening' }>>({ kind: 'start', settings });
    await firstAnswer(url);
    const startMs = performance.now() - startedAt;
    return {
      url,
      startMs,
      memory: async () => (await order<Extract<PeerReport, { kind: 'memory' }>>({ kind: 'memory' })).bytes,
      profile: async (seconds) =>
        (await order<Extract<PeerReport, { kind: 'profile' }>>({ kind: 'profile', seconds })).shares,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
