import { chmod, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isReachableBy, postgresUser } from './os-user.ts';

describe.skipIf(process.platform === 'win32')('a folder', () => {
  /** A folder within another of this mode, with who owns it. */
  async function folderBelow(mode: number) {
    const top = await mkdtemp(path.join(os.tmpdir(), 'reintegration-reach-'));
    onTestFinished(() => rm(top, { recursive: true, force: true }));
    const folder = path.join(top, 'parent', 'folder');
    await mkdir(folder, { recursive: true, mode: 0o755 });
    await chmod(top, 0o755);
    await chmod(path.dirname(folder), mode);
    const { uid, gid } = await stat(folder);
    return { folder, uid, gid };
  }

  it.each([
    [0o700, { owner: true, group: false, other: false }],
    [0o710, { owner: true, group: true, other: false }],
    [0o755, { owner: true, group: true, other: true }],
    [0o711, { owner: true, group: true, other: true }],
    [0o766, { owner: true, group: false, other: false }],
    // Whose folder it is decides, even where all others may enter.
    [0o077, { owner: false, group: true, other: true }],
    [0o607, { owner: false, group: false, other: true }],
  ])('below one of mode %o is reached by those who may enter that', async (mode, expected) => {
    const { folder, uid, gid } = await folderBelow(mode);
    const parents = await isReachableBy({ uid: uid + 1, gid: gid + 1 }, os.tmpdir());
    const reached = {
      owner: await isReachableBy({ uid, gid: gid + 1 }, folder),
      group: await isReachableBy({ uid: uid + 1, gid }, folder),
      other: await isReachableBy({ uid: uid + 1, gid: gid + 1 }, folder),
    };
    expect(reached).toEqual({ ...expected, other: expected.other && parents });
  });

  it('that is not there yet is reached when its nearest parent is', async () => {
    const { folder, uid, gid } = await folderBelow(0o700);
    expect(await isReachableBy({ uid, gid }, path.join(folder, 'not', 'there'))).toBe(true);
    expect(await isReachableBy({ uid: uid + 1, gid: gid + 1 }, path.join(folder, 'not', 'there'))).toBe(
      false,
    );
  });
});

it('PostgreSQL runs as ourselves, or as nobody when we are root', () => {
  const isRoot = process.getuid?.() === 0;
  expect(postgresUser()).toEqual(isRoot ? { uid: 65534, gid: 65534 } : null);
});
