import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { cli, runProgram, startProgram } from './program.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'reintegration-end-'));
  await chmod(folder, 0o755);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function serve(name: string) {
  const env = { DATA_DIR: path.join(folder, name), PORT: '0' };
  const server = startProgram(['serve'], env);
  await server.waitFor('Stop with Ctrl-C');
  const address = /(http:\/\/\S+)\/health\/ready/.exec(server.printed())?.[1] ?? '';
  return { ...server, env, address };
}

const holderFile = (dataDirectory: string) => path.join(dataDirectory, 'postgres/postmaster.pid');

async function holderOf(dataDirectory: string): Promise<number> {
  return Number.parseInt(await readFile(holderFile(dataDirectory), 'utf8'), 10);
}

function isRunning(dataDirectory: string): Promise<boolean> {
  return access(holderFile(dataDirectory)).then(
    () => true,
    () => false,
  );
}

async function isReady(address: string): Promise<boolean> {
  return (await fetch(`${address}/health/ready`)).ok;
}

/** Listens on a port from the moment in which it is free. */
async function takePort(port: number): Promise<void> {
  const taker = createServer((socket) => socket.destroy());
  onTestFinished(() => new Promise<void>((resolve) => taker.close(() => resolve())));
  while (!taker.listening) {
    taker.listen(port, '127.0.0.1');
    await once(taker, 'listening').catch(() => wait(2));
  }
}

describe('when PostgreSQL is killed', () => {
  it('a gateway starts it again, is ready again, and stops it in the end', async () => {
    const { address, env, end, printed, waitFor } = await serve('killed');
    const killed = await holderOf(env.DATA_DIR);
    process.kill(killed, 'SIGKILL');
    await waitFor('PostgreSQL is back');
    await expect.poll(() => isReady(address), { timeout: 10_000 }).toBe(true);
    expect(await holderOf(env.DATA_DIR)).not.toBe(killed);
    expect(await end('SIGTERM')).toBe(0);
    expect(printed()).toContain('✓ stopped');
    expect(await isRunning(env.DATA_DIR)).toBe(false);
  });

  it('a gateway told to stop at that moment stops without an error', async () => {
    const { env, end, printed } = await serve('both');
    process.kill(await holderOf(env.DATA_DIR), 'SIGKILL');
    expect(await end('SIGTERM')).toBe(0);
    expect(printed()).not.toMatch(/✗|\n {4}at /);
  });

  it('one that starts meanwhile does not stop it under the first', async () => {
    const first = await serve('meanwhile');
    process.kill(await holderOf(first.env.DATA_DIR), 'SIGKILL');
    const second = await serve('meanwhile');
    await first.waitFor('PostgreSQL is back');
    expect(await second.end('SIGTERM')).toBe(0);
    expect(await isReady(first.address)).toBe(true);
  });

  it('and its port taken, a gateway says so and ends with an error, for whoever starts it again', async () => {
    const { env, printed, untilEnd } = await serve('taken');
    const [id, , , port] = (await readFile(holderFile(env.DATA_DIR), 'utf8')).split('\n');
    process.kill(Number(id), 'SIGKILL');
    await takePort(Number(port));
    expect(await untilEnd()).toBe(1);
    expect(printed()).toMatch(/✗ PostgreSQL went away and runs on port \d+ now, .* Start the gateway again/);
    expect(await isRunning(env.DATA_DIR)).toBe(false);
  });
});

describe('an orderly end, with PostgreSQL stopped, comes', () => {
  it('when the terminal is closed', async () => {
    const { env, end } = await serve('terminal');
    expect(await end('SIGHUP')).toBe(0);
    expect(await isRunning(env.DATA_DIR)).toBe(false);
  });

  it.each(['stdout', 'stderr'] as const)('when nobody reads %s any more', async (output) => {
    const { address, child, env, untilEnd } = await serve(output);
    child[output]?.destroy();
    // A request is logged to standard output; the database's return is said on standard error.
    if (output === 'stdout') await fetch(`${address}/health/ready`);
    else process.kill(await holderOf(env.DATA_DIR), 'SIGKILL');
    expect(await untilEnd()).toBe(0);
    expect(await isRunning(env.DATA_DIR)).toBe(false);
  });

  it.runIf(process.platform === 'linux')('when the package manager above has ended', async () => {
    const DATA_DIR = path.join(folder, 'chain');
    const mark = 'npm_lifecycle_event=start';
    // Three shells stand for npx, its shell and the package manager below; none may replace itself.
    const lowest = `env ${mark} ${process.execPath} ${cli} serve; true`;
    const script = path.join(folder, 'chain.sh');
    await writeFile(script, `${lowest}\n`);
    const above = spawn('sh', ['-c', `env ${mark} sh ${script}; true`], {
      env: { PATH: process.env.PATH, NODE_DISABLE_COMPILE_CACHE: '1', DATA_DIR, PORT: '0' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let printed = '';
    above.stderr.on('data', (chunk) => {
      printed += chunk;
    });
    const closed = once(above, 'close');
    await expect.poll(() => printed, { timeout: 30_000 }).toContain('Stop with Ctrl-C');
    above.kill('SIGTERM');
    await closed;
    expect(printed).toContain('Stopping on the end of the program that started it');
    expect(await isRunning(DATA_DIR)).toBe(false);
  });
});

describe('a data folder that cannot be used', () => {
  it('as it is a file, is told as such', async () => {
    const file = path.join(folder, 'file');
    await writeFile(file, '');
    const { code, stderr } = await runProgram(['migrate'], { DATA_DIR: file });
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^✗ DATA_DIR is .*, which is a file; expected/),
    ]);
  });

  it.runIf(process.platform === 'linux')('as nothing can be made there, is told as such', async () => {
    const { code, stderr } = await runProgram(['migrate'], { DATA_DIR: '/proc/x' });
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining('DATA_DIR is /proc/x, which this user may not'),
    ]);
  });
});
