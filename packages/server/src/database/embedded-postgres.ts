import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { findPostgresBinaries, type PostgresBinaries } from './embedded-binaries.ts';
import { EmbeddedPostgresError } from './embedded-error.ts';
import { findFreePort } from './free-port.ts';
import { isReachableBy, type OsUser, postgresUser } from './os-user.ts';
import { enter, leave } from './presence.ts';
import { runProgram } from './run-program.ts';

/** The role that owns the embedded cluster, and the name of its one database. */
const OWNER = 'reintegration';
/** Seconds that PostgreSQL may take to start or to stop. */
const PATIENCE = '30';

/** A PostgreSQL of our own in a data folder. */
export type EmbeddedPostgres = {
  readonly url: string;
  readonly version: string;
  /** Whether it was running already, started by another process. */
  readonly joined: boolean;
  /** Stops it, unless another process still uses it. */
  close(): Promise<void>;
};

type Cluster = {
  readonly folder: string;
  readonly log: string;
  readonly user: OsUser | null;
  readonly binaries: PostgresBinaries;
};

/**
 * Opens the PostgreSQL of a data folder: makes it if the folder is empty, starts it if it is not running,
 * joins it if it is.
 *
 * @param dataDirectory - absolute path of the data folder; created when absent
 * @param onProgress - told each step that takes time
 * @throws EmbeddedPostgresError when it cannot be had, with the way out
 */
export async function openEmbeddedPostgres(
  dataDirectory: string,
  onProgress: (step: string) => void = () => undefined,
): Promise<EmbeddedPostgres> {
  const user = postgresUser();
  if (user !== null && !(await isReachableBy(user, dataDirectory))) {
    throw EmbeddedPostgresError.unreachable(dataDirectory);
  }
  const binaries = await findPostgresBinaries(user);
  await mkdir(dataDirectory, { recursive: true });
  const folder = path.join(dataDirectory, 'postgres');
  const cluster: Cluster = { folder, log: path.join(folder, 'server.log'), user, binaries };

  await createCluster(cluster, onProgress);
  await requireVersion(cluster);
  const password = await readFile(path.join(folder, 'password'), 'utf8');
  const { port, joined, presence } = await joinOrStart(cluster, password, onProgress);
  await createDatabase(urlOf(port, password, 'postgres'));
  return {
    url: urlOf(port, password, OWNER),
    version: binaries.version.replace(/\.0-.*$/, ''),
    joined,
    close: () => leave(presence, () => stopCluster(cluster)),
  };
}

async function joinOrStart(cluster: Cluster, password: string, onProgress: (step: string) => void) {
  for (let attempt = 1; ; attempt += 1) {
    const running = await findRunning(cluster, password);
    const port = running ?? (await startCluster(cluster, password, onProgress));
    try {
      const presence = await enter(urlOf(port, password, 'postgres'));
      return { port, joined: running !== null, presence };
    } catch (error) {
      // It was stopped by its last user in the very moment of joining.
      if (attempt === 3) throw error;
    }
  }
}

function urlOf(port: number, password: string, database: string): string {
  return `postgresql://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
}

async function createCluster({ folder, user, binaries }: Cluster, onProgress: (step: string) => void) {
  if ((await readFile(path.join(folder, 'PG_VERSION')).catch(() => null)) !== null) return;
  onProgress('creating the database');
  // Not by the process id: every container has a process 1.
  const unfinished = `${folder}.${randomBytes(6).toString('hex')}.new`;
  const passwordFile = `${unfinished}.password`;
  const password = randomBytes(24).toString('base64url');
  try {
    await mkdir(unfinished, { mode: 0o700 });
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

async function requireVersion({ folder, binaries }: Cluster): Promise<void> {
  const found = (await readFile(path.join(folder, 'PG_VERSION'), 'utf8')).trim();
  const expected = binaries.version.split('.')[0] ?? '';
  if (found !== expected) throw EmbeddedPostgresError.otherVersion(folder, found, expected);
}

/** The port of the running server, by the file that PostgreSQL keeps; null when none answers there. */
async function findRunning(cluster: Cluster, password: string): Promise<number | null> {
  const lines = (await readFile(path.join(cluster.folder, 'postmaster.pid'), 'utf8').catch(() => '')).split(
    '\n',
  );
  const port = Number(lines[3]);
  if (!Number.isInteger(port) || port <= 0) return null;
  return (await answers(port, password)) ? port : null;
}

/** The port that it was last started on, by the options that PostgreSQL keeps; 0 when it never was. */
async function portOf({ folder }: Cluster): Promise<number> {
  const options = await readFile(path.join(folder, 'postmaster.opts'), 'utf8').catch(() => '');
  return Number(/"-p" "(\d+)"/.exec(options)?.[1] ?? 0);
}

async function answers(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: urlOf(port, password, 'postgres'),
    connectionTimeoutMillis: 2_000,
  });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function startCluster(
  cluster: Cluster,
  password: string,
  onProgress: (step: string) => void,
): Promise<number> {
  onProgress(`starting PostgreSQL ${cluster.binaries.version.replace(/\.0-.*$/, '')}`);
  // The same port as last time, when it is free: a gateway that lost its database finds it again.
  const port = await findFreePort(await portOf(cluster));
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200`;
  const start = ['start', '-w', '-t', PATIENCE, '-D', cluster.folder, '-l', cluster.log, '-o', settings];
  for (let attempt = 1; ; attempt += 1) {
    try {
      await runProgram(cluster.binaries.pgCtl, start, cluster.user);
      return port;
    } catch (error) {
      const other = await waitForOther(cluster, password);
      if (typeof other === 'number') return other;
      if (other === 'gone' && attempt < 3) continue;
      const log = await readFile(cluster.log, 'utf8').catch(() => '');
      throw EmbeddedPostgresError.failed('Starting PostgreSQL', `${String(error)}\n${log.slice(-2_000)}`);
    }
  }
}

/**
 * Another process may have started the same cluster in the meantime: its port. Or one that was killed still held
 * the folder, until its end was noticed: `gone`. Null when neither is why the cluster did not start.
 */
async function waitForOther(cluster: Cluster, password: string): Promise<number | 'gone' | null> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const holder = await holderOf(cluster);
    if (holder === null) return null;
    const port = await findRunning(cluster, password);
    if (port !== null) return port;
    if (!isAlive(holder)) return 'gone';
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return null;
}

/** The process that holds the folder, by the file that PostgreSQL keeps. */
async function holderOf({ folder }: Cluster): Promise<number | null> {
  const file = await readFile(path.join(folder, 'postmaster.pid'), 'utf8').catch(() => '');
  return Number.parseInt(file, 10) || null;
}

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function createDatabase(maintenanceUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: maintenanceUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [OWNER]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${OWNER}`);
  } catch (error) {
    const code = (error as { code?: string }).code;
    // Someone else created it first.
    if (code !== '42P04' && code !== '23505') throw error;
  } finally {
    await client.end();
  }
}

async function stopCluster({ folder, user, binaries }: Cluster): Promise<void> {
  await runProgram(binaries.pgCtl, ['stop', '-w', '-t', PATIENCE, '-m', 'fast', '-D', folder], user);
}
