import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { useTestDatabase } from '../../../../testing/database.ts';
import { newestVersion, transact } from '../../../../testing/transact.ts';
import { createReader } from '../database/reader.ts';
import { readCurrentEdition } from './store.ts';

const change = `UPDATE source SET publisher = publisher || '!' WHERE id = (SELECT min(id) FROM source)`;

/** Hears of every version that is published from now on, in the order in which transactions end. */
async function listen(url: string): Promise<readonly number[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  const heard: number[] = [];
  client.on('notification', ({ payload }) => heard.push(Number(payload)));
  await client.query('LISTEN publication');
  return heard;
}

/** Waits until everything that was sent so far has been heard. */
async function settle(heard: readonly number[], count: number): Promise<void> {
  for (let tries = 0; heard.length < count && tries < 100; tries += 1) await sleep(20);
  await sleep(50);
}

it('begins with version 0, before anything was published', async () => {
  const { pool } = await useTestDatabase('migrated');
  expect(await readCurrentEdition(createReader(pool))).toEqual({ version: 0, asOf: new Date(0) });
});

it('tells listeners each version once, when its transaction has ended', async () => {
  const { pool, url } = await useTestDatabase('loaded');
  const heard = await listen(url);
  await transact(pool, [change, change]);
  await transact(pool, [change], 'ROLLBACK');
  const client = await pool.connect();
  await client.query('BEGIN');
  await client.query(change);
  await settle(heard, 1);
  expect(heard).toEqual([2]);
  await client.query('COMMIT');
  client.release();
  await settle(heard, 2);
  expect(heard).toEqual([2, 3]);
});

it('numbers concurrent transactions without a gap, in the order in which they end', async () => {
  const WRITERS = 40;
  const { pool, url } = await useTestDatabase('loaded', 12);
  const heard = await listen(url);
  const write = async (number: number) => {
    const pause = `SELECT pg_sleep(${(number % 5) / 500})`;
    // Rows of its own: nothing but the version makes one wait for another.
    const insert = `INSERT INTO source (code, language, title, publisher) VALUES ('synthetic-${number}', 'en', 'Synthetic', 'x')`;
    const update = `UPDATE source SET publisher = 'y' WHERE code = 'synthetic-${number}'`;
    // Every third takes itself back, and must leave no gap.
    await transact(pool, [pause, insert, pause, update], number % 3 === 0 ? 'ROLLBACK' : 'COMMIT');
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, number) => write(number)));

  const { rows } = await pool.query<{ version: number; published_at: Date; behind: number }>(
    `SELECT version, published_at, extract(microseconds FROM published_at)::int % 1000 AS behind FROM publication ORDER BY version`,
  );
  const committed = WRITERS - Math.ceil(WRITERS / 3);
  expect(rows.map(({ version }) => version)).toEqual(
    Array.from({ length: committed + 1 }, (_, index) => index + 1),
  );
  const instants = rows.map(({ published_at }) => published_at.getTime());
  expect(instants).toEqual([...new Set(instants)].sort((a, b) => a - b));
  expect(new Set(rows.map(({ behind }) => behind)), 'whole milliseconds').toEqual(new Set([0]));
  await settle(heard, committed);
  expect(heard).toEqual(rows.slice(1).map(({ version }) => version));
});

it('keeps instants apart that fall into one millisecond', async () => {
  const { pool } = await useTestDatabase('loaded');
  // The clock seems to stand still: versions were published ahead of it.
  await pool.query(`INSERT INTO publication VALUES (2, date_trunc('day', now()) + interval '30 days')`);
  for (let count = 0; count < 3; count += 1) await transact(pool, [change]);
  const { rows } = await pool.query(
    `SELECT version, extract(epoch FROM published_at - lag(published_at) OVER (ORDER BY version))::float AS apart
     FROM publication ORDER BY version OFFSET 2`,
  );
  expect(rows).toEqual([3, 4, 5].map((version) => ({ version, apart: 0.001 })));
});

it('lets no two transactions have the same version, also when one has begun to read before', async () => {
  const { pool } = await useTestDatabase('loaded');
  const client = await pool.connect();
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  await client.query('SELECT FROM publication');
  await transact(pool, [change]);
  const other = `UPDATE source SET publisher = 'x' WHERE id = (SELECT max(id) FROM source)`;
  await expect(client.query(other)).rejects.toThrow(/unique|serialize/);
  await client.query('ROLLBACK');
  client.release();
  expect(await newestVersion(pool)).toBe(2);
});
