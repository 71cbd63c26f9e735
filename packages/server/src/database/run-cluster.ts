import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { type Cluster, type OnProgress, urlOf, versionOf } from './cluster.ts';
import { EmbeddedPostgresError } from './embedded-error.ts';
import { findFreePort } from './free-port.ts';
import { runProgram } from './run-program.ts';

/** Seconds that PostgreSQL may take to start or to stop. */
const PATIENCE = '30';

/** The port of the running server, by the file that PostgreSQL keeps; null when none answers there. */
export async function findRunning(cluster: Cluster, password: string): Promise<number | null> {
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

/** Starts it; its port, or that of the one that another process started in the meantime. */
export async function startCluster(
  cluster: Cluster,
  password: string,
  onProgress: OnProgress,
): Promise<number> {
  onProgress(`starting PostgreSQL ${versionOf(cluster)}`);
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
      if (other === 'gone' && attempt < 4) {
        // What is left of the killed one needs a moment to end.
        await wait(attempt * 250);
        continue;
      }
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
    await wait(100);
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

/** Stops it. */
export async function stopCluster(cluster: Cluster): Promise<void> {
  const { folder, user, binaries } = cluster;
  try {
    await runProgram(binaries.pgCtl, ['stop', '-w', '-t', PATIENCE, '-m', 'fast', '-D', folder], user);
  } catch (error) {
    const holder = await holderOf(cluster);
    // It went away by itself: nothing is left to stop.
    if (holder === null || !isAlive(holder)) return;
    throw EmbeddedPostgresError.failed('Stopping PostgreSQL', String(error));
  }
}
