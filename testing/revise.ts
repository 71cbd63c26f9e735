import type { ClientBase, Pool } from 'pg';

/** What a revision says; what is left out is an exact, published value. */
export type RevisionInput = {
  /** Key of the measurement. */
  readonly key: string;
  readonly value?: number;
  readonly status?: 'PRELIMINARY' | 'PUBLISHED' | 'WITHDRAWN';
  readonly qualifier?: 'EXACT' | 'MORE_THAN' | 'AT_LEAST' | 'ABOUT';
  /** Code of the source. */
  readonly source?: string;
};

/** What the database made of it. */
export type Recorded = { readonly revision: number; readonly recordedAt: Date };

/** Adds a revision with its source to a measurement that is there. */
export async function revise(
  connection: Pool | ClientBase,
  { key, value = 1, status = 'PUBLISHED', qualifier = 'EXACT', source = 'results-2023' }: RevisionInput,
): Promise<Recorded> {
  const { rows } = await connection.query<Recorded>(
    `WITH added AS (
       INSERT INTO measurement_revision (measurement_id, revision, value, qualifier, status)
       SELECT id, 0, $2::numeric, $3::qualifier, $4::measurement_status FROM measurement WHERE key = $1
       RETURNING measurement_id, revision, recorded_at
     ), sourced AS (
       INSERT INTO measurement_revision_source (measurement_id, revision, source_id, position)
       SELECT measurement_id, revision, source.id, 0 FROM added, source WHERE code = $5
     )
     SELECT revision, recorded_at AS "recordedAt" FROM added`,
    [key, value, qualifier, status, source],
  );
  const [recorded] = rows;
  if (recorded === undefined) throw new Error(`There is no measurement ${key}.`);
  return recorded;
}
