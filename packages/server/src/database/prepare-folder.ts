import { chmod, mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-error.ts';
import { isReachableBy, type OsUser } from './os-user.ts';

const FORBIDDEN = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOENT']);

/**
 * Makes the data folder, with its parents, for PostgreSQL that runs as `user`.
 *
 * @throws EmbeddedPostgresError when it cannot be one, with the way out
 */
export async function prepareDataFolder(dataDirectory: string, user: OsUser | null): Promise<void> {
  const missing: string[] = [];
  for (let folder = dataDirectory; ; folder = path.dirname(folder)) {
    const found = await stat(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
      throw refusal(dataDirectory, folder, error);
    });
    if (found?.isDirectory()) break;
    if (found !== null) throw EmbeddedPostgresError.notFolder(dataDirectory, folder);
    missing.unshift(folder);
  }
  if (user !== null && !(await isReachableBy(user, dataDirectory))) {
    throw EmbeddedPostgresError.unreachable(dataDirectory);
  }
  // One by one: all at once never ends below /proc.
  for (const folder of missing) await makeFolder(dataDirectory, folder, user);
}

async function makeFolder(dataDirectory: string, folder: string, user: OsUser | null): Promise<void> {
  try {
    await mkdir(folder);
    // Whatever root's mask says, the other user has to come through.
    if (user !== null) await chmod(folder, 0o755);
  } catch (error) {
    const failure = error as NodeJS.ErrnoException;
    if (failure.code !== 'EEXIST') throw refusal(dataDirectory, path.dirname(folder), failure);
  }
}

/** What the failure of an operation in a folder tells whoever chose the data folder. */
export function refusal(dataDirectory: string, folder: string, error: NodeJS.ErrnoException): Error {
  if (FORBIDDEN.has(error.code ?? '')) return EmbeddedPostgresError.notWritable(dataDirectory, folder);
  return EmbeddedPostgresError.failed(`Using DATA_DIR ${dataDirectory}`, error.message);
}

/**
 * Whether the folder holds a cluster of ours already.
 *
 * @throws EmbeddedPostgresError when something else is there
 */
export async function holdsCluster(folder: string): Promise<boolean> {
  try {
    const names = await readdir(folder);
    if (names.length === 0) return false;
    if (names.includes('PG_VERSION')) return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return false;
    if (code === 'ENOTDIR') throw EmbeddedPostgresError.notFolder(path.dirname(folder), folder);
    if (code === 'EACCES' || code === 'EPERM') throw EmbeddedPostgresError.notOurs(folder);
    throw error;
  }
  throw EmbeddedPostgresError.foreign(folder);
}
