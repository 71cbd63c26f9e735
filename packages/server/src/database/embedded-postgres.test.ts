import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { EmbeddedPostgresError } from './embedded-error.ts';
import { type EmbeddedPostgres, openEmbeddedPostgres } from './embedded-postgres.ts';
import { postgresUser } from './os-user.ts';

async function createFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'reintegration-embedded-'));
  await chmod(folder, 0o755);
  return folder;
}

async function useFolder(): Promise<string> {
  const folder = await createFolder();
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens a folder's cluster until the test has finished, or has closed it. */
async function open(folder: string, onProgress?: (step: string) => void): Promise<EmbeddedPostgres> {
  const postgres = await openEmbeddedPostgres(folder, onProgress);
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= postgres.close();
    return closed;
  };
  onTestFinished(close);
  return { ...postgres, close };
}

async function query({ url }: EmbeddedPostgres, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

describe('an empty folder', () => {
  it('gets a cluster, which only its user may read, and nothing else', async () => {
    const folder = await useFolder();
    const steps: string[] = [];
    const postgres = await openEmbeddedPostgres(folder, (step) => steps.push(step));
    onTestFinished(() => postgres.close());
    expect(postgres).toMatchObject({ joined: false, version: expect.stringMatching(/^18\.\d+$/) });
    expect(steps).toEqual(['creating the database', `starting PostgreSQL ${postgres.version}`]);
    expect(await query(postgres, 'SHOW server_version')).toEqual([{ server_version: postgres.version }]);
    expect(await readdir(folder)).toEqual(['postgres']);
    const modes = ['postgres', 'postgres/password'].map(
      async (name) => (await stat(path.join(folder, name))).mode & 0o777,
    );
    expect(await Promise.all(modes)).toEqual([0o700, 0o600]);
  });

  it('gets one cluster when two open it at once', async () => {
    const folder = await useFolder();
    const [one, other] = await Promise.all([open(folder), open(folder)]);
    expect(other.url).toBe(one.url);
    expect(await readdir(folder)).toEqual(['postgres']);
    await one.close();
    expect(await query(other, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

describe('a folder with a cluster', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await createFolder();
    await (await openEmbeddedPostgres(folder)).close();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is joined by the second, kept running for it by the first, and stopped by the last', async () => {
    const first = await open(folder);
    const second = await open(folder);
    expect([first.joined, second.joined, second.url === first.url]).toEqual([false, true, true]);
    await first.close();
    expect(await query(second, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await second.close();
    await expect(query(second, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
    expect(await readdir(path.join(folder, 'postgres'))).not.toContain('postmaster.pid');
  });

  it('asks for a password, and listens to this machine only', async () => {
    const postgres = await open(folder);
    const stranger = { ...postgres, url: postgres.url.replace(/:[^:@]+@/, ':guess@') };
    await expect(query(stranger, 'SELECT 1')).rejects.toThrow('password authentication failed');
    expect(await query(postgres, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  });

  it('keeps every committed row when the server is killed, and its address when that is free', async () => {
    const killed = await open(folder);
    await query(killed, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await killServer(folder);
    const again = await open(folder);
    expect(again.url).toBe(killed.url);
    expect(await query(again, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('is started again under whoever uses it when the server is killed', async () => {
    const steps: string[] = [];
    const postgres = await open(folder, (step) => steps.push(step));
    await killServer(folder);
    await untilAnswers(postgres);
    await expect.poll(() => steps.at(-1), { timeout: 10_000 }).toContain('is back');
    await postgres.close();
    await expect(query(postgres, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('is not stopped under one who used it before the server was killed', async () => {
    const first = await open(folder);
    await killServer(folder);
    const second = await open(folder);
    await untilAnswers(first);
    expect(second.url).toBe(first.url);
    await expect.poll(() => presences(second), { timeout: 10_000 }).toBe(2);
    await second.close();
    expect(await query(first, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('has one server when it is killed under several', async () => {
    const all = await Promise.all([open(folder), open(folder), open(folder)]);
    await killServer(folder);
    for (const one of all) await untilAnswers(one);
    await expect.poll(() => presences(all[0] as EmbeddedPostgres), { timeout: 10_000 }).toBe(3);
  });

  it('is let go without a word in the moment in which the server is away', async () => {
    const postgres = await open(folder);
    await killServer(folder);
    await expect(postgres.close()).resolves.toBeUndefined();
    await expect(query(postgres, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('is lost when its address is taken in the meantime', async () => {
    const postgres = await open(folder);
    const port = Number(new URL(postgres.url).port);
    await killServer(folder);
    await takePort(port);
    const reason = await postgres.lost;
    expect(reason).toBeInstanceOf(EmbeddedPostgresError);
    expect(reason.message).toMatch(/runs on port \d+ now, as port \d+ was taken/);
    await expect(postgres.close()).resolves.toBeUndefined();
    expect(await readdir(path.join(folder, 'postgres'))).not.toContain('postmaster.pid');
  });
});

describe('a folder that cannot be used', () => {
  it('as another version of PostgreSQL made it, is left as it is', async () => {
    const folder = await useFolder();
    await mkdir(path.join(folder, 'postgres'));
    await writeFile(path.join(folder, 'postgres', 'PG_VERSION'), '15\n');
    const opened = openEmbeddedPostgres(folder);
    await expect(opened).rejects.toThrow(EmbeddedPostgresError);
    await expect(opened).rejects.toThrow(
      /was made by PostgreSQL 15; this version of the gateway brings PostgreSQL 18\./,
    );
    expect(await readdir(path.join(folder, 'postgres'))).toEqual(['PG_VERSION']);
  });

  it.runIf(postgresUser() !== null)('as only root may enter it, says so and what to do', async () => {
    const folder = await useFolder();
    await chmod(folder, 0o700);
    const opened = openEmbeddedPostgres(path.join(folder, 'data'));
    await expect(opened).rejects.toThrow(EmbeddedPostgresError);
    await expect(opened).rejects.toThrow(/which only root can enter.*Choose a folder.*chmod o\+x/s);
    expect(await readdir(folder)).toEqual([]);
  });
});

async function killServer(folder: string): Promise<void> {
  const [id] = (await readFile(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(id), 'SIGKILL');
}

async function untilAnswers(postgres: EmbeddedPostgres): Promise<void> {
  await expect
    .poll(() => query(postgres, 'SELECT 1 AS one').catch(() => null), { timeout: 15_000 })
    .toEqual([{ one: 1 }]);
}

/** How many say that they use it. */
async function presences(postgres: EmbeddedPostgres): Promise<number> {
  const rows = await query(
    postgres,
    "SELECT FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ShareLock' AND granted",
  );
  return rows.length;
}

/** Listens on a port from the moment in which it is free. */
async function takePort(port: number): Promise<void> {
  const taker = createServer((socket) => socket.destroy());
  onTestFinished(() => new Promise<void>((resolve) => taker.close(() => resolve())));
  while (!taker.listening) {
    taker.listen(port, '127.0.0.1');
    await once(taker, 'listening').catch(() => wait(2));
  }
}
