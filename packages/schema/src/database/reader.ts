import type { Pool } from 'pg';
import { createLanes, type LaneOptions, type RunPrepared } from './lanes.ts';

/** The public reading path: prepared statements over a pool. */
export type Reader = {
  /** Runs a statement that `prepare` has made; `hear` is told the version of the data as of it. */
  readonly run: RunPrepared;
};

/** One statement that the reader sent. */
export type Statement = { readonly sql: string; readonly parameters: readonly unknown[] };

/** How a reader is set up. */
export type ReaderOptions = LaneOptions & {
  /** Told each statement when it has run, for tests and for logs. */
  readonly onStatement?: (statement: Statement) => void;
};

/** Creates the reader on a pool that the caller owns and ends. */
export function createReader(pool: Pool, { onStatement, ...options }: ReaderOptions = {}): Reader {
  const run = createLanes(pool, options);
  if (onStatement === undefined) return { run };
  return {
    run: async (statement, values, hear) => {
      const rows = await run(statement, values, hear);
      onStatement({ sql: statement.sql, parameters: values });
      return rows;
    },
  };
}
