import type { Pool } from 'pg';

/** The newest version of the published data, as the table itself says. */
export async function newestVersion(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ version: number }>(
    'SELECT coalesce(max(version), 0) AS version FROM publication',
  );
  return rows[0]?.version ?? 0;
}

/** Runs statements in one transaction and ends it as told. How many versions of the data it published. */
export async function transact(
  pool: Pool,
  statements: readonly string[],
  end: 'COMMIT' | 'ROLLBACK' = 'COMMIT',
): Promise<number> {
  const before = await newestVersion(pool);
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    for (const statement of statements) await client.query(statement);
    await client.query(end);
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
  return (await newestVersion(pool)) - before;
}

/** All tables of the database, by name. */
export async function listTables(pool: Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_catalog.pg_class
     WHERE relkind IN ('r', 'p', 'm', 'f') AND relnamespace = 'public'::regnamespace ORDER BY relname COLLATE "C"`,
  );
  return rows.map(({ name }) => name);
}
