import { appendFile, chmod, chown, cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { type Cluster, OWNER, urlOf } from './cluster.ts';
import { readPassword } from './create-cluster.ts';
import { findPostgresBinaries } from './embedded-binaries.ts';
import { openEmbeddedPostgres } from './embedded-postgres.ts';
import { type OsUser, postgresUser } from './os-user.ts';
import { startCluster, stopCluster } from './run-cluster.ts';

/** A PostgreSQL, and another one that follows it by streaming replication. */
export type PrimaryWithStandby = {
  readonly url: string;
  /** Copies the primary and starts the copy as its standby; tells its address. */
  addStandby(): Promise<string>;
  stopStandby(): Promise<void>;
  /** Starts it again under its address. */
  startStandby(): Promise<void>;
  close(): Promise<void>;
};

/** Files of a running cluster that are of that one alone. */
const OF_ONE = new Set(['postmaster.pid', 'postmaster.opts', 'server.log']);

/** Starts a PostgreSQL of its own, which another one can follow. */
export async function startPrimary(): Promise<PrimaryWithStandby> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'reintegration-standby-'));
  await chmod(folder, 0o755);
  const user = postgresUser();
  const primary = await openEmbeddedPostgres(path.join(folder, 'primary'));
  const source = path.join(folder, 'primary', 'postgres');
  const target = path.join(folder, 'standby');
  const binaries = await findPostgresBinaries(user);
  const cluster: Cluster = { folder: target, log: path.join(target, 'server.log'), user, binaries };
  const password = await readPassword({ ...cluster, folder: source });
  const start = () => startCluster(cluster, password, () => undefined);
  return {
    url: primary.url,
    addStandby: async () => {
      await copyRunning(primary.url, source, target);
      const { port } = new URL(primary.url);
      await appendFile(
        path.join(target, 'postgresql.auto.conf'),
        `primary_conninfo = 'host=127.0.0.1 port=${port} user=${OWNER} password=${password}'\n`,
      );
      await writeFile(path.join(target, 'standby.signal'), '');
      if (user !== null) await giveTo(user, target);
      await chmod(target, 0o700);
      return urlOf(await start(), password, OWNER);
    },
    stopStandby: () => stopCluster(cluster),
    startStandby: async () => void (await start()),
    close: async () => {
      await stopCluster(cluster).catch(() => undefined);
      await primary.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Copies the folder of a cluster that runs, as PostgreSQL wants it: between start and stop of a backup. */
async function copyRunning(url: string, source: string, target: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SELECT pg_backup_start('standby', true)");
    await cp(source, target, { recursive: true, filter: (file) => !OF_ONE.has(path.basename(file)) });
    const { rows } = await client.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop()');
    await writeFile(path.join(target, 'backup_label'), rows[0]?.labelfile ?? '');
  } finally {
    await client.end();
  }
}

async function giveTo({ uid, gid }: OsUser, folder: string): Promise<void> {
  await chown(folder, uid, gid);
  for (const entry of await readdir(folder, { recursive: true })) {
    await chown(path.join(folder, entry), uid, gid);
  }
}
