import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import type { DB } from '../generated/kysely.ts';
import { nameStatements } from './named-statements.ts';

/** The public reading path: typed SQL over the pool. */
export type Reader = Kysely<DB>;

/** One statement that the reader sent. */
export type Statement = { readonly sql: string; readonly parameters: readonly unknown[] };

/**
 * Creates the reader on a pool that the caller owns and ends.
 *
 * @param onStatement - told each statement when it has run, for tests and for logs
 */
export function createReader(pool: Pool, onStatement?: (statement: Statement) => void): Reader {
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool: nameStatements(pool) }),
    // Texts in several languages are kept as JSON under their BCP 47 tags, which must stay as they are.
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    ...(onStatement && {
      log: ({ query }) => onStatement({ sql: query.sql, parameters: query.parameters }),
    }),
  });
}
