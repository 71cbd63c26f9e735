import type { Pool } from 'pg';
import { listTables } from './transact.ts';

/** All rows of all tables, each table in an order of its own. */
export async function readTables(pool: Pool): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const tables = (await listTables(pool)).filter((table) => table !== '_prisma_migrations');
  const read = tables.map(async (table) => {
    const { rows } = await pool.query<{ row: unknown }>(
      `SELECT to_jsonb(t) AS row FROM ${table} AS t ORDER BY to_jsonb(t)::text`,
    );
    return [table, rows.map(({ row }) => row)] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

/** How many rows each table has. */
export async function countRowsOfTables(pool: Pool): Promise<Readonly<Record<string, number>>> {
  return Object.fromEntries(
    Object.entries(await readTables(pool)).map(([table, rows]) => [table, rows.length]),
  );
}
