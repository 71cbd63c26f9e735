import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { chainAbove, isWhole } from './starters.ts';

/** A process that starts the next one and lives on; the last one starts none. Each prints its number. */
const START = `
  const [marks, sessions] = [process.argv[1], process.argv[2]];
  process.stdout.write(process.pid + '\\n');
  if (marks !== '') {
    const env = { PATH: process.env.PATH };
    if (marks[0] === 'm') env.npm_lifecycle_event = 'start';
    require('node:child_process').spawn(process.execPath, ['-e', process.env.START, marks.slice(1), sessions.slice(1)], {
      stdio: 'inherit', env: { ...env, START: process.env.START }, detached: sessions[0] === 's',
    });
  }
  setInterval(() => undefined, 1000);
`;

/** Starts a process with descendants: each `m` has the mark of a package manager, each `s` a session of its own. */
async function start(marks: string, sessions = 'x'.repeat(marks.length)): Promise<readonly number[]> {
  const child: ChildProcess = spawn(process.execPath, ['-e', START, marks, sessions], {
    env: { PATH: process.env.PATH, START },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout?.on('data', (chunk) => {
    printed += chunk;
  });
  const ids = () => printed.trim().split('\n').map(Number);
  onTestFinished(() => {
    for (const id of ids()) end(id);
  });
  await once(child, 'spawn');
  await expect.poll(() => ids().length, { timeout: 10_000 }).toBe(marks.length + 1);
  return ids();
}

function end(id: number | undefined): void {
  try {
    if (id !== undefined) process.kill(id, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

describe.runIf(process.platform === 'linux')('the programs that started this one', () => {
  it('reach up to the package manager that a person started, and are whole', async () => {
    const [manager, script, inner, own] = await start('mmm');
    const chain = chainAbove(own ?? 0);
    expect(chain).toEqual([own, inner, script, manager]);
    expect(isWhole(chain)).toBe(true);
  });

  it.each([0, 1])('are broken when the one at %i ends, though our own parent stays', async (index) => {
    const ids = await start('mmm');
    const chain = chainAbove(ids[3] ?? 0);
    end(ids[index]);
    await expect.poll(() => isWhole(chain), { timeout: 5_000 }).toBe(false);
  });

  it('count as whole when our own parent has left us behind, as nohup and & do', async () => {
    const ids = await start('mmm');
    const chain = chainAbove(ids[3] ?? 0);
    end(ids[2]);
    await expect.poll(() => chainAbove(ids[3] ?? 0)[1], { timeout: 5_000 }).not.toBe(ids[2]);
    end(ids[0]);
    expect(isWhole(chain)).toBe(true);
  });

  it('are nobody without a package manager, or in a session of its own', async () => {
    const [, , plain] = await start('pp');
    expect(chainAbove(plain ?? 0)).toEqual([plain]);
    const [, , apart] = await start('mm', 'xs');
    expect(chainAbove(apart ?? 0)).toEqual([apart]);
  });
});
