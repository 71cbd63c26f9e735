import { stat } from 'node:fs/promises';
import path from 'node:path';

/** A user of the operating system, by number. */
export type OsUser = { readonly uid: number; readonly gid: number };

/** `nobody`, on every Linux. PostgreSQL refuses to run as root. */
const NOBODY: OsUser = { uid: 65534, gid: 65534 };

/** Whom PostgreSQL has to run as: someone unprivileged when we are root, else ourselves (`null`). */
export function postgresUser(): OsUser | null {
  return process.getuid?.() === 0 ? NOBODY : null;
}

/** Whether the user may enter every folder down to `target`, or to its nearest parent that exists. */
export async function isReachableBy(user: OsUser, target: string): Promise<boolean> {
  const { root } = path.parse(path.resolve(target));
  for (let folder = path.resolve(target); ; folder = path.dirname(folder)) {
    const found = await stat(folder).catch(() => null);
    // A file in the way is another fault than a closed folder.
    if (found?.isDirectory() && !mayEnter(user, found)) return false;
    if (folder === root) return true;
  }
}

function mayEnter(user: OsUser, { uid, gid, mode }: { uid: number; gid: number; mode: number }): boolean {
  if (uid === user.uid) return (mode & 0o100) !== 0;
  if (gid === user.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
