import { lstatSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { readEnvironment } from '../config/env.ts';

/**
 * Has Node keep the code that it compiles, so that the next start takes it from there; Node writes it at the end of a
 * process. Where it cannot be kept safely, starts are as before.
 *
 * @param version - of the package; what other versions have kept is removed
 */
export function keepCompiled(version: string): void {
  const folder = openFolder(version);
  if (folder !== null) enableCompileCache(folder);
}

/**
 * The folder for compiled code; null when there is none that only this user can write to. Whoever can write to it
 * decides what runs.
 */
function openFolder(version: string): string | null {
  try {
    const home = readEnvironment().cacheHome ?? path.join(os.homedir(), '.cache');
    // A relative one would be another in each folder that the program is started in.
    if (!path.isAbsolute(home) || !keepsPlaces(path.dirname(home))) return null;
    let folder = path.dirname(home);
    for (const name of [path.basename(home), 'reintegration', version]) {
      folder = path.join(folder, name);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if (!isOurs(folder)) return null;
    }
    removeOthers(folder);
    return folder;
  } catch {
    return null;
  }
}

const WRITABLE_BY_OTHERS = 0o022;
const STICKY = 0o1000;

/** Whether none but this user can put anything into it. Windows has no such modes; there a profile is the user's own. */
function isOurs(folder: string): boolean {
  const { uid, mode } = lstatSync(folder);
  if (process.getuid === undefined) return true;
  return uid === process.getuid() && (mode & WRITABLE_BY_OTHERS) === 0;
}

/** Whether others can put nothing in the place of what this user has in it. */
function keepsPlaces(folder: string): boolean {
  const { uid, mode } = statSync(folder);
  if (process.getuid === undefined) return true;
  return [0, process.getuid()].includes(uid) && ((mode & WRITABLE_BY_OTHERS) === 0 || (mode & STICKY) !== 0);
}

function removeOthers(folder: string): void {
  const parent = path.dirname(folder);
  const others = readdirSync(parent).filter((name) => name !== path.basename(folder));
  for (const name of others) rmSync(path.join(parent, name), { recursive: true, force: true });
}
