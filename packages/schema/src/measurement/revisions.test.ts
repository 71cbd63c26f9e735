import { afterAll, describe, expect, it } from 'vitest';
import { createTestDatabase, useTestDatabase } from '../../../../testing/database.ts';
import { query } from '../../../../testing/execute.ts';
import { revise } from '../../../../testing/revise.ts';
import { newestVersion, transact } from '../../../../testing/transact.ts';

const KEY = 'reintegration-ii/workshops-held/actual/project/2023';
const GRANTS = 'reintegration-ii/self-employment-grants/actual/project/2023';

const { pool, drop } = await createTestDatabase('loaded');
afterAll(drop);

/** The measurement with its history, as the public reads it. */
async function measurement(key: string) {
  const id = Buffer.from(`Measurement:${key}`).toString('base64url');
  const { node } = await query(
    pool,
    `query ($id: ID!) { node(id: $id) { ... on Measurement {
      value revision status recordedAt sources { code } revisions { revision value status recordedAt sources { code } }
    } } }`,
    { id },
  );
  return node;
}

describe('a correction', () => {
  it('is a new revision, numbered and dated by the database, and the old one stays as it was', async () => {
    const [first] = (await measurement(KEY)).revisions;
    const version = await newestVersion(pool);
    const { revision, recordedAt } = await revise(pool, {
      key: KEY,
      value: 591,
      source: 'round-table-shelter',
    });
    expect(revision).toBe(2);
    expect(await newestVersion(pool)).toBe(version + 1);

    const second = {
      revision: 2,
      value: '591',
      status: 'PUBLISHED',
      recordedAt: recordedAt.toISOString(),
      sources: [{ code: 'round-table-shelter' }],
    };
    expect(await measurement(KEY)).toEqual({ ...second, revisions: [first, second] });
    expect(first).toMatchObject({ revision: 1, value: '590', sources: [{ code: 'results-2023' }] });
  });

  it('gets the next number, whatever number and instant the writer asks for', async () => {
    await pool.query(
      `WITH added AS (
         INSERT INTO measurement_revision (measurement_id, revision, value, qualifier, status, recorded_at)
         SELECT id, 77, 43, 'EXACT', 'PUBLISHED', '1999-01-01' FROM measurement WHERE key = $1
         RETURNING measurement_id, revision
       )
       INSERT INTO measurement_revision_source
       SELECT measurement_id, revision, (SELECT min(id) FROM source), 0 FROM added`,
      [GRANTS],
    );
    const { rows } = await pool.query(
      `SELECT revision, recorded_at = (SELECT max(published_at) FROM publication) AS "isNow"
       FROM measurement_revision JOIN measurement ON id = measurement_id WHERE key = $1 ORDER BY revision DESC LIMIT 1`,
      [GRANTS],
    );
    expect(rows).toEqual([{ revision: 2, isNow: true }]);
  });

  it('gets a number of its own, also when many are made at once', async () => {
    const { pool: busy } = await useTestDatabase('loaded', 10);
    const made = await Promise.all(
      Array.from({ length: 20 }, (_, value) => revise(busy, { key: KEY, value })),
    );
    expect(made.map(({ revision }) => revision).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 2),
    );
    const inOrder = [...made]
      .sort((a, b) => a.revision - b.revision)
      .map(({ recordedAt }) => recordedAt.getTime());
    expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
  });

  it('shares one version and one instant with all others of its transaction', async () => {
    const insert = (key: string) =>
      `WITH added AS (
         INSERT INTO measurement_revision (measurement_id, revision, value, qualifier, status)
         SELECT id, 0, 7, 'EXACT', 'PUBLISHED' FROM measurement WHERE key = '${key}'
         RETURNING measurement_id, revision
       )
       INSERT INTO measurement_revision_source
       SELECT measurement_id, revision, (SELECT min(id) FROM source), 0 FROM added`;
    const change = `UPDATE source SET publisher = publisher || '!'`;
    expect(await transact(pool, [change, insert(KEY), insert(GRANTS), change, insert(KEY)])).toBe(1);
    const { rows } = await pool.query(
      'SELECT count(*)::int AS count FROM measurement_revision WHERE recorded_at = (SELECT max(published_at) FROM publication)',
    );
    expect(rows).toEqual([{ count: 3 }]);
  });

  it('that names no source is refused when its transaction ends, and leaves nothing', async () => {
    const version = await newestVersion(pool);
    await expect(
      pool.query(
        `INSERT INTO measurement_revision (measurement_id, revision, value, qualifier, status)
         SELECT id, 0, 7, 'EXACT', 'PUBLISHED' FROM measurement WHERE key = $1`,
        [KEY],
      ),
    ).rejects.toThrow(/Revision \d+ of measurement \d+ names no source/);
    expect(await newestVersion(pool)).toBe(version);
  });

  it('that is taken back with its transaction leaves no gap', async () => {
    const before = (await measurement(KEY)).revision;
    const client = await pool.connect();
    await client.query('BEGIN');
    await revise(client, { key: KEY, value: 1 });
    await client.query('ROLLBACK');
    client.release();
    expect((await revise(pool, { key: KEY, value: 600 })).revision).toBe(before + 1);
  });
});

describe('what was recorded', () => {
  it.each([
    ['measurement_revision', 'UPDATE measurement_revision SET value = 0'],
    ['measurement_revision', 'UPDATE measurement_revision SET value = value WHERE false'],
    ['measurement_revision', 'DELETE FROM measurement_revision'],
    ['measurement_revision', 'TRUNCATE measurement_revision CASCADE'],
    ['measurement_revision_source', 'UPDATE measurement_revision_source SET position = 9'],
    ['measurement_revision_source', 'DELETE FROM measurement_revision_source'],
    ['measurement_revision_source', 'TRUNCATE measurement_revision_source'],
    ['publication', `UPDATE publication SET published_at = '1999-01-01'`],
    ['publication', 'DELETE FROM publication'],
    ['publication', 'TRUNCATE publication'],
    ['measurement', `UPDATE measurement SET period_end = '2024'`],
    ['measurement', 'UPDATE measurement SET latest_revision = 0'],
  ])('is not changed: %s, by %s', async (table, statement) => {
    await expect(pool.query(statement)).rejects.toThrow(`Rows of ${table} are only ever added`);
  });

  it('gets no further source once it was published, and its sources while it is being recorded', async () => {
    const add = `INSERT INTO measurement_revision_source (measurement_id, revision, source_id, position)
      SELECT measurement.id, latest_revision, source.id, 9 FROM measurement, source WHERE key = '${KEY}' AND code = 'seminar-pirot-sr'`;
    await expect(pool.query(add)).rejects.toThrow('was published before; it gets no further source');
    await revise(pool, { key: KEY, status: 'PRELIMINARY' });
    await pool.query(add);
    const client = await pool.connect();
    await client.query('BEGIN');
    await revise(client, { key: KEY });
    await client.query('SAVEPOINT here');
    await client.query(add);
    await client.query('COMMIT');
    client.release();
    expect((await measurement(KEY)).sources).toEqual([
      { code: 'results-2023' },
      { code: 'seminar-pirot-sr' },
    ]);
  });

  it.each([
    ['with its measurement', 'DELETE FROM measurement'],
    ['with all measurements', 'TRUNCATE measurement CASCADE'],
    ['with its project', 'DELETE FROM project'],
    ['with its indicator', 'DELETE FROM indicator'],
    ['with its source', 'DELETE FROM source'],
    ['with its city', `DELETE FROM city WHERE code = 'novi-pazar'`],
    ['with everything', 'TRUNCATE project, indicator, city, source CASCADE'],
  ])('is not removed %s', async (_what, statement) => {
    const count = async () => (await pool.query('SELECT count(*) FROM measurement_revision')).rows;
    const before = await count();
    await expect(pool.query(statement)).rejects.toThrow(/only ever added|one by one|foreign key/);
    expect(await count()).toEqual(before);
  });
});
