import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { urlOfDatabase, useTestDatabase } from '../../../../testing/database.ts';
import { listTables } from '../../../../testing/transact.ts';
import { findMissingMigrations, MigrationError, migrate, readMigrations } from './migrate.ts';

const migrations = await readMigrations();
const names = migrations.map(({ name }) => name);
const [first = ''] = names;
/** The one that makes the first guards, after the tables. */
const guards = '20261121000100_guards';

/** A database without anything in it. */
async function useEmptyDatabase(): Promise<{ url: string; pool: pg.Pool }> {
  const server = new pg.Pool({ connectionString: inject('postgresUrl'), max: 1 });
  const name = `test_${randomBytes(6).toString('hex')}`;
  await server.query(`CREATE DATABASE ${name}`);
  const url = urlOfDatabase(inject('postgresUrl'), name);
  const pool = new pg.Pool({ connectionString: url, max: 3 });
  pool.on('error', () => undefined);
  onTestFinished(async () => {
    await pool.end();
    await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await server.end();
  });
  return { url, pool };
}

describe('an empty database', () => {
  it('gets every migration, in order, and a second call has nothing to do', async () => {
    const { url, pool } = await useEmptyDatabase();
    expect(await migrate(url)).toEqual({ applied: names, total: names.length });
    const { rows } = await pool.query('SELECT migration_name FROM _prisma_migrations ORDER BY started_at');
    expect(rows.map(({ migration_name }) => migration_name)).toEqual(names);
    expect(await migrate(url)).toEqual({ applied: [], total: names.length });
    const again = await pool.query('SELECT count(*)::int AS count FROM _prisma_migrations');
    expect(again.rows).toEqual([{ count: names.length }]);
  });

  it('lacks every migration until it has got them, and is told so without being changed', async () => {
    const { url, pool } = await useEmptyDatabase();
    expect(await findMissingMigrations(pool)).toEqual({ missing: names, total: names.length });
    expect(await listTables(pool)).toEqual([]);
    await migrate(url);
    expect(await findMissingMigrations(pool)).toEqual({ missing: [], total: names.length });
  });

  it('gets each once, when several processes migrate at once', async () => {
    const { url, pool } = await useEmptyDatabase();
    const reports = await Promise.all([1, 2, 3].map(() => migrate(url)));
    expect(reports.map(({ applied }) => applied.length).sort((a, b) => a - b)).toEqual([0, 0, names.length]);
    const { rows } = await pool.query('SELECT count(*)::int AS count FROM _prisma_migrations');
    expect(rows).toEqual([{ count: names.length }]);
  });
});

describe('a database of another version', () => {
  it('is refused when it has a migration that this version does not know', async () => {
    const { url, pool } = await useTestDatabase('migrated');
    await pool.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ('x', 'x', '29990101000000_from_the_future', now(), 1)`,
    );
    await expect(migrate(url)).rejects.toThrow(MigrationError);
    await expect(findMissingMigrations(pool)).rejects.toThrow(MigrationError);
    await expect(migrate(url)).rejects.toThrow(
      /29990101000000_from_the_future, which this version does not know\. It was made by a newer version/,
    );
  });

  it('is refused when one of its migrations was edited since', async () => {
    const { url, pool } = await useTestDatabase('migrated');
    await pool.query(`UPDATE _prisma_migrations SET checksum = repeat('0', 64) WHERE migration_name = $1`, [
      first,
    ]);
    await expect(migrate(url)).rejects.toThrow(MigrationError);
    await expect(migrate(url)).rejects.toThrow(
      `The migration ${first} was changed after this database had applied it.`,
    );
  });
});

describe('a migration that fails', () => {
  it('leaves nothing of itself behind, and goes through once the cause is gone', async () => {
    const { url, pool } = await useEmptyDatabase();
    // The last statement of that migration finds its table guarded already: all before it was done by then.
    await pool.query(`CREATE FUNCTION spoil() RETURNS event_trigger LANGUAGE plpgsql AS $$
      BEGIN IF EXISTS (SELECT FROM pg_class WHERE relname = 'support' AND relforcerowsecurity) THEN RAISE 'spoilt'; END IF; END $$`);
    await pool.query('CREATE EVENT TRIGGER spoil ON ddl_command_end EXECUTE FUNCTION spoil()');
    await expect(migrate(url)).rejects.toThrow(
      /^A migration failed and was rolled back whole\.\n(.|\n)*spoilt/,
    );

    const { rows } = await pool.query(
      `SELECT (SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal)::int AS triggers,
              (SELECT count(*) FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace)::int AS checks,
              to_regprocedure('is_partial_date(text)') IS NOT NULL AS functions`,
    );
    expect(rows).toEqual([{ triggers: 0, checks: 0, functions: false }]);
    expect(await listTables(pool)).toContain('support');
    await expect(migrate(url)).rejects.toThrow('spoilt');

    await pool.query('DROP EVENT TRIGGER spoil');
    await pool.query('DROP FUNCTION spoil()');
    expect(await migrate(url)).toEqual({
      applied: names.slice(names.indexOf(guards)),
      total: names.length,
    });
    expect(await migrate(url)).toEqual({ applied: [], total: names.length });
  });

  it('gives the lock back, so that others do not wait for ever', async () => {
    const { url, pool } = await useEmptyDatabase();
    await pool.query('CREATE FUNCTION is_partial_date(text) RETURNS boolean LANGUAGE sql RETURN true');
    const outcomes = await Promise.allSettled([migrate(url), migrate(url)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});

it('does not wait for a database that is not there', async () => {
  await expect(migrate(urlOfDatabase(inject('postgresUrl'), 'no_such_database'))).rejects.toThrow(
    'does not exist',
  );
});

it('reads the migrations as they lie in the package, each with its checksum', () => {
  expect(names).toEqual([...names].sort());
  expect(names.length).toBeGreaterThanOrEqual(2);
  for (const { name, sql, checksum } of migrations) {
    expect(name).toMatch(/^\d{14}_[a-z_]+$/);
    expect(sql.length).toBeGreaterThan(100);
    expect(checksum).toMatch(/^[0-9a-f]{64}$/);
  }
});
