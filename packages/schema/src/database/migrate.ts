import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { packageFolder } from './package-folder.ts';

/** One migration as it lies in the package. */
type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

/** What {@link migrate} did. */
export type MigrationReport = { readonly applied: readonly string[]; readonly total: number };

/** What {@link findMissingMigrations} found. */
export type MissingMigrations = { readonly missing: readonly string[]; readonly total: number };

/** Why the database cannot be brought to this version's models. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

const folder = new URL('prisma/migrations/', packageFolder);

/** The migrations of this version of the package, oldest first. */
export async function readMigrations(): Promise<readonly Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(new URL(`${name}/migration.sql`, folder), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/**
 * Finds out which migrations the database lacks, and changes nothing.
 *
 * @throws MigrationError when one was edited after it ran, or the database is newer
 */
export async function findMissingMigrations(pool: pg.Pool): Promise<MissingMigrations> {
  const migrations = await readMigrations();
  const missing = await findMissing(pool, migrations);
  return { missing: missing.map(({ name }) => name), total: migrations.length };
}

/**
 * Brings the database to this version's models: applies the migrations that it lacks, in order, each whole
 * or not at all. Several processes may call it at once; one works, the others wait.
 *
 * @param url - PostgreSQL connection string of a role that may create tables
 * @throws MigrationError when a migration fails, was edited after it ran, or the database is newer
 */
export async function migrate(url: string): Promise<MigrationReport> {
  const migrations = await readMigrations();
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await client.query(`SELECT pg_advisory_lock(hashtext('migration'))`);
    const missing = await findMissing(client, migrations);
    if (missing.length > 0) await apply(url, migrations);
    return { applied: missing.map(({ name }) => name), total: migrations.length };
  } finally {
    // Ending the session gives the lock back.
    await client.end();
  }
}

/** Which migrations the database lacks. Spares starting the engine when there are none. */
async function findMissing(
  client: pg.ClientBase | pg.Pool,
  migrations: readonly Migration[],
): Promise<readonly Migration[]> {
  const applied = await readApplied(client);
  const known = new Set(migrations.map(({ name }) => name));
  const foreign = [...applied.keys()].filter((name) => !known.has(name));
  if (foreign.length > 0) {
    throw new MigrationError(
      `The database has the migration ${foreign.join(', ')}, which this version does not know. ` +
        'It was made by a newer version: update this one, or use another database.',
    );
  }
  for (const { name, checksum } of migrations) {
    const found = applied.get(name);
    if (found !== undefined && found !== checksum) {
      throw new MigrationError(
        `The migration ${name} was changed after this database had applied it. ` +
          'Restore the file, and write the change as a new migration.',
      );
    }
  }
  return migrations.filter(({ name }) => !applied.has(name));
}

async function readApplied(client: pg.ClientBase | pg.Pool): Promise<ReadonlyMap<string, string>> {
  const table = await client.query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found`);
  if (table.rows[0]?.found !== true) return new Map();
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

async function apply(url: string, migrations: readonly Migration[]): Promise<void> {
  // Only a database that lacks something pays for loading the engine.
  const { createMigrationEngine, readDataModels } = await import('./migration-engine.ts');
  const connection = { connectionString: url, connectionTimeoutMillis: 5_000 };
  const { engine, close } = await createMigrationEngine(connection, await readDataModels());
  const migrationsList = {
    baseDir: fileURLToPath(folder),
    lockfile: {
      path: 'migration_lock.toml',
      content: await readFile(new URL('migration_lock.toml', folder), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  };
  const filters = { externalTables: [], externalEnums: [] };
  try {
    const { failedMigrationNames } = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters,
    });
    // A script that failed left nothing behind, so it may be tried again.
    for (const migrationName of failedMigrationNames) await engine.markMigrationRolledBack({ migrationName });
    await engine.applyMigrations({ migrationsList, filters });
  } catch (error) {
    throw new MigrationError(`A migration failed and was rolled back whole.\n${String(error)}`, {
      cause: error,
    });
  } finally {
    await close();
  }
}
