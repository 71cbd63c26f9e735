import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Cluster, type OnProgress, OWNER } from './cluster.ts';
import { EmbeddedPostgresError } from './embedded-error.ts';
import { holdsCluster, refusal } from './prepare-folder.ts';
import { runProgram } from './run-program.ts';

/** Makes the cluster, unless it is there. */
export async function createCluster(
  { folder, user, binaries }: Cluster,
  onProgress: OnProgress,
): Promise<void> {
  if (await holdsCluster(folder)) return;
  onProgress('creating the database');
  // Not by the process id: every container has a process 1.
  const unfinished = `${folder}.${randomBytes(6).toString('hex')}.new`;
  const passwordFile = `${unfinished}.password`;
  const password = randomBytes(24).toString('base64url');
  try {
    await mkdir(unfinished, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
      const dataDirectory = path.dirname(folder);
      throw refusal(dataDirectory, dataDirectory, error);
    });
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (user !== null) {
      await chown(unfinished, user.uid, user.gid);
      await chown(passwordFile, user.uid, user.gid);
    }
    // The built-in locale provider sorts alike on every operating system.
    const options = ['--username', OWNER, '--pwfile', passwordFile, '--auth', 'scram-sha-256'];
    const locale = [
      '--encoding',
      'UTF8',
      '--locale',
      'C',
      '--locale-provider',
      'builtin',
      '--builtin-locale',
      'C.UTF-8',
    ];
    await runProgram(binaries.initdb, ['--pgdata', unfinished, ...options, ...locale], user);
    await rename(passwordFile, path.join(unfinished, 'password'));
    await chmod(path.join(unfinished, 'password'), 0o600);
    // Atomic: of two processes that create at once, one wins and the other joins.
    await rename(unfinished, folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
    await rm(passwordFile, { force: true });
  }
}

/** Refuses a cluster that these binaries cannot run. */
export async function requireVersion({ folder, binaries }: Cluster): Promise<void> {
  const found = (await readFile(path.join(folder, 'PG_VERSION'), 'utf8')).trim();
  const expected = binaries.version.split('.')[0] ?? '';
  if (found !== expected) throw EmbeddedPostgresError.otherVersion(folder, found, expected);
}

/** The password that was made with the cluster. */
export async function readPassword({ folder }: Cluster): Promise<string> {
  return readFile(path.join(folder, 'password'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? EmbeddedPostgresError.foreign(folder) : error;
  });
}
