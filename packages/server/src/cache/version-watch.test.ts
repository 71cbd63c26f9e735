import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import pg from 'pg';
import { pino } from 'pino';
import { expect, it, onTestFinished, vi } from 'vitest';
import { useTestDatabase } from '../../../../testing/database.ts';
import { revise } from '../../../../testing/revise.ts';
import { watchVersion } from './version-watch.ts';

/** Milliseconds within which every version must be known, whatever happens to connections. */
const BOUND_MS = 2_000;

const silent = pino({ level: 'silent' });

async function useWatch() {
  const { pool } = await useTestDatabase('loaded');
  const watch = watchVersion(pool, silent);
  onTestFinished(() => watch.close());
  const { rows } = await pool.query<{ key: string }>('SELECT key FROM measurement ORDER BY key LIMIT 1');
  const publish = () => revise(pool, { key: rows[0]?.key ?? '' });
  const kill = () =>
    pool.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND (query LIKE 'LISTEN%' OR query LIKE 'SELECT coalesce(max(version)%') AND pid <> pg_backend_pid()",
    );
  return { pool, watch, publish, kill };
}

it('vouches for nothing before it has heard of the database, then for the newest version', async () => {
  const { watch } = await useWatch();
  expect(watch.current()).toBeNull();
  watch.open();
  await vi.waitFor(() => expect(watch.current()).toBe(1));
});

it('knows of a publication as soon as it is notified, and tells it once', async () => {
  const { watch, publish } = await useWatch();
  watch.open();
  await vi.waitFor(() => expect(watch.current()).toBe(1));
  const told: number[] = [];
  const end = watch.onChange((version) => told.push(version));
  await publish();
  await vi.waitFor(() => expect(watch.current()).toBe(2), { interval: 1 });
  end();
  await publish();
  await vi.waitFor(() => expect(watch.current()).toBe(3));
  expect(told).toEqual([2]);
});

it('knows every version in time while its connection is killed a hundred times under writes', async () => {
  const { watch, publish, kill } = await useWatch();
  watch.open();
  await vi.waitFor(() => expect(watch.current()).toBe(1));
  let last = 1;
  let worstMs = 0;
  for (let round = 0; round < 100; round += 1) {
    await Promise.all([kill(), publish()]);
    last += 1;
    const publishedAt = performance.now();
    // What it vouches for may be unknown for a moment, but never older than the bound.
    while ((watch.current() ?? last) < last) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      expect(performance.now() - publishedAt).toBeLessThan(BOUND_MS);
    }
    worstMs = Math.max(worstMs, performance.now() - publishedAt);
  }
  expect(worstMs).toBeLessThan(BOUND_MS);
  await vi.waitFor(() => expect(watch.current()).toBe(101), { timeout: BOUND_MS });
}, 60_000);

it('vouches for nothing once the database is silent, and again when it answers', async () => {
  const { pool, watch } = await useWatch();
  watch.open();
  await vi.waitFor(() => expect(watch.current()).toBe(1));
  await pool.query('ALTER TABLE publication RENAME TO moved');
  await vi.waitFor(() => expect(watch.current()).toBeNull(), { timeout: BOUND_MS + 500 });
  await pool.query('ALTER TABLE moved RENAME TO publication');
  await vi.waitFor(() => expect(watch.current()).toBe(1), { timeout: 5_000 });
});

it('closes, though the database takes connections and never says a word', async () => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => void sockets.push(socket)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const watch = watchVersion(new pg.Pool({ host: '127.0.0.1', port, user: 'a', database: 'a' }), silent);
  watch.open();
  await vi.waitFor(() => expect(sockets.length).toBe(1));
  await watch.close();
  for (const socket of sockets) socket.destroy();
  server.close();
});

it('follows a database that was put back to an earlier state', async () => {
  const { pool, watch, publish } = await useWatch();
  await publish();
  watch.open();
  await vi.waitFor(() => expect(watch.current()).toBe(2));
  await pool.query(
    'BEGIN; SET LOCAL session_replication_role = replica; DELETE FROM publication WHERE version = 2; COMMIT',
  );
  await vi.waitFor(() => expect(watch.current()).toBe(1), { timeout: BOUND_MS });
});

it('reads once for all who ask while the read is yet to begin, and never too early', async () => {
  const { pool, watch, publish } = await useWatch();
  const query = vi.spyOn(pool, 'query');
  const first = Array.from({ length: 10 }, () => watch.read());
  await publish();
  const second = Array.from({ length: 10 }, () => watch.read());
  expect(await Promise.all(second)).toEqual(Array(10).fill(2));
  await Promise.all(first);
  const reads = query.mock.calls.filter(([text]) => String(text).includes('max(version)'));
  expect(reads.length).toBeLessThanOrEqual(3);
  expect(watch.current()).toBe(2);
});
