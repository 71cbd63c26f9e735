import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { type TestDatabase, urlOfDatabase, useTestDatabase } from '../../../../testing/database.ts';
import { createMigrationEngine, type DataModelFile, readDataModels } from './migration-engine.ts';

const filters = { externalTables: [], externalEnums: [] };

/** What the models say of a database: its types, columns, keys, indexes and references. Checks are said in SQL only. */
const CATALOG = `
  SELECT format('enum %s: %s', typname, string_agg(enumlabel, ' ' ORDER BY enumsortorder)) AS line
  FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid GROUP BY typname
  UNION ALL
  SELECT format('column %s.%s: %s%s%s', relname, attname, format_type(atttypid, atttypmod),
                CASE WHEN attnotnull THEN ' not null' END, ' default ' || pg_get_expr(adbin, adrelid))
  FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
  LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
  WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND attnum > 0 AND NOT attisdropped
  UNION ALL
  SELECT format('constraint %s.%s: %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
  FROM pg_constraint WHERE contype IN ('p', 'u', 'f') AND connamespace = 'public'::regnamespace
  UNION ALL
  SELECT format('index %s', indexdef) FROM pg_indexes WHERE schemaname = 'public'
  ORDER BY 1`;

async function catalogOf(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ line: string }>(CATALOG);
  await client.end();
  return rows.map(({ line }) => line).filter((line) => !line.includes('_prisma_migrations'));
}

/** The script that would make an empty database what the models say. */
async function scriptOf(url: string, files: readonly DataModelFile[]): Promise<string> {
  const { engine, close } = await createMigrationEngine({ connectionString: url }, files);
  try {
    const to = { tag: 'schemaDatamodel' as const, files: files.map((file) => ({ ...file })) };
    const { stdout } = await engine.diff({
      from: { tag: 'empty' },
      to,
      script: true,
      exitCode: null,
      filters,
    });
    return stdout ?? '';
  } finally {
    await close();
  }
}

/** What models would have in a database that was made from them alone. */
async function catalogOfModels(
  { pool, url }: TestDatabase,
  files: readonly DataModelFile[],
): Promise<string[]> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await pool.query(`CREATE DATABASE ${name}`);
  onTestFinished(async () => {
    await pool.query(`DROP DATABASE ${name} WITH (FORCE)`);
  });
  const client = new pg.Client({ connectionString: urlOfDatabase(url, name) });
  await client.connect();
  await client.query(await scriptOf(url, files));
  await client.end();
  return catalogOf(urlOfDatabase(url, name));
}

it('makes the same database by migrations as the models say', async () => {
  const migrated = await useTestDatabase('migrated');
  const catalog = await catalogOf(migrated.url);
  expect(catalog.length).toBeGreaterThan(300);
  const change = 'a model was edited without a migration, or a migration without its model';
  expect(catalog, change).toEqual(await catalogOfModels(migrated, await readDataModels()));
});

it.each([
  ['a column', '  nuts3    String? @unique', '  nuts3 String? @unique\n  nuts2 String?'],
  ['whether a value may be absent', '  nuts3    String? @unique', '  nuts3 String @unique'],
  ['a value of an enum', '  DONOR\n', '  DONOR\n  BANK\n'],
  ['an index', '  @@index([districtId])\n  @@map("city")', '  @@map("city")'],
  [
    'what happens on removal',
    'activity   Activity @relation(fields: [activityId], references: [id], onDelete: Cascade)\n  city ',
    'activity   Activity @relation(fields: [activityId], references: [id], onDelete: Restrict)\n  city ',
  ],
  ['a default', '@default(0) @map("latest_revision")', '@default(1) @map("latest_revision")'],
])('would notice an edit of %s', async (_what, text, edited) => {
  const migrated = await useTestDatabase('migrated');
  const files = await readDataModels();
  const changed = files.map((file) => ({ ...file, content: file.content.replace(text, edited) }));
  expect(changed).not.toEqual(files);
  expect(await catalogOfModels(migrated, changed)).not.toEqual(await catalogOf(migrated.url));
});
