import path from 'node:path';
import pg from 'pg';
import { type Cluster, type OnProgress, OWNER, urlOf, versionOf } from './cluster.ts';
import { createCluster, readPassword, requireVersion } from './create-cluster.ts';
import { findPostgresBinaries } from './embedded-binaries.ts';
import { EmbeddedPostgresError, MovedError } from './embedded-error.ts';
import { keepPresent } from './keep-present.ts';
import { postgresUser } from './os-user.ts';
import { prepareDataFolder } from './prepare-folder.ts';
import { enter, leave } from './presence.ts';
import { findRunning, startCluster, stopCluster } from './run-cluster.ts';

/** A PostgreSQL of our own in a data folder. */
export type EmbeddedPostgres = {
  readonly url: string;
  readonly version: string;
  /** Whether it was running already, started by another process. */
  readonly joined: boolean;
  /** Resolves with the reason when it went away and could not be had again under its address. */
  readonly lost: Promise<Error>;
  /** Stops it, unless another process still uses it. */
  close(): Promise<void>;
};

/**
 * Opens the PostgreSQL of a data folder: makes it if the folder is empty, starts it if it is not running,
 * joins it if it is. Should it go away, it is started or joined again.
 *
 * @param dataDirectory - absolute path of the data folder; created when absent
 * @param onProgress - told each step that takes time
 * @throws EmbeddedPostgresError when it cannot be had, with the way out
 */
export async function openEmbeddedPostgres(
  dataDirectory: string,
  onProgress: OnProgress = () => undefined,
): Promise<EmbeddedPostgres> {
  const user = postgresUser();
  await prepareDataFolder(dataDirectory, user);
  const folder = path.join(dataDirectory, 'postgres');
  const log = path.join(folder, 'server.log');
  const cluster: Cluster = { folder, log, user, binaries: await findPostgresBinaries(user) };

  await createCluster(cluster, onProgress);
  await requireVersion(cluster);
  const password = await readPassword(cluster);
  const stop = () => stopCluster(cluster);
  const { port, joined, presence } = await joinOrStart(cluster, password, onProgress);
  await createDatabase(urlOf(port, password, 'postgres'));

  const again = async () => {
    onProgress('PostgreSQL went away: starting or joining it again');
    const found = await joinOrStart(cluster, password, onProgress);
    if (found.port === port) {
      onProgress('PostgreSQL is back: going on');
      return found.presence;
    }
    await leave(found.presence, stop);
    throw new MovedError(found.port, port);
  };
  const kept = keepPresent(presence, again, (error) => error instanceof MovedError);
  return {
    url: urlOf(port, password, OWNER),
    version: versionOf(cluster),
    joined,
    lost: kept.lost.then((error) =>
      error instanceof MovedError ? error : EmbeddedPostgresError.gone(error.message),
    ),
    close: async () => {
      const held = await kept.release();
      if (held !== null) await leave(held, stop);
    },
  };
}

async function joinOrStart(cluster: Cluster, password: string, onProgress: OnProgress) {
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
