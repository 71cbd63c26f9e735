import { randomBytes } from 'node:crypto';
import type { WriterTransaction } from '../database/writer.ts';
import type { Scope } from '../disclosure/tabulation.ts';
import type { ReleaseRow } from './store.ts';

/** A person as the release reads it. */
export type PersonRow = {
  readonly id: string;
  readonly cityId: number;
  readonly districtId: number;
  readonly sex: string | null;
  readonly birthYear: number | null;
  readonly category: string;
  /** By which the person was supported within the period. */
  readonly components: readonly string[];
};

/** A protected cell as the database takes it. */
export type ProtectedCell = Readonly<Record<string, string | number | null>>;

/** What is said of a release as a whole. */
export type ReleaseTerms = {
  readonly projectId: number;
  readonly period: string;
  readonly method: string;
  readonly threshold: number;
  readonly variance: number;
};

const SECRET_BYTES = 32;
/** People that are in memory at once. */
const PAGE = 2_000;

/** Makes whoever releases the same project at the same time wait, so that a secret is made once. */
export async function lockReleases(tx: WriterTransaction, projectId: number): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('statistics'), ${projectId}::int)`;
}

/** The project's secret, made if there is none yet. */
export async function secretOf(tx: WriterTransaction, projectId: number): Promise<Uint8Array> {
  const kept = await tx.statisticsSecret.findUnique({ where: { projectId } });
  if (kept) return kept.secret;
  const secret = new Uint8Array(randomBytes(SECRET_BYTES));
  await tx.statisticsSecret.create({ data: { projectId, secret } });
  return secret;
}

/** Where and by which components a project works, in an order that nobody's records have a part in. */
export async function readScope(tx: WriterTransaction, projectId: number): Promise<Scope> {
  const cities = await tx.$queryRaw<Scope['cities']>`
    SELECT city.id, city.district_id AS "districtId" FROM project_city JOIN city ON city.id = city_id
    WHERE project_id = ${projectId} ORDER BY city.code`;
  const districts = await tx.$queryRaw<readonly { readonly id: number }[]>`
    SELECT id FROM district WHERE id IN (
      SELECT district_id FROM project_district WHERE project_id = ${projectId}
      UNION SELECT district_id FROM project_city JOIN city ON city.id = city_id WHERE project_id = ${projectId}
    ) ORDER BY code`;
  const components = await tx.$queryRaw<readonly { readonly code: string }[]>`
    SELECT component_code::text AS code FROM project_component
    WHERE project_id = ${projectId} ORDER BY component_code`;
  return {
    cities,
    districtIds: districts.map(({ id }) => id),
    components: components.map(({ code }) => code),
  };
}

/** How many records a release will look through. */
export async function countRecords(tx: WriterTransaction, projectId: number): Promise<number> {
  return tx.beneficiary.count({ where: { projectId, kind: 'PERSON' } });
}

/**
 * The people of a year, page by page: who was enrolled in it, or supported within it. One cursor reads them all as
 * they stood at one instant, while a release keeps nobody else from writing.
 */
export async function* readPeople(
  tx: WriterTransaction,
  projectId: number,
  year: string,
): AsyncGenerator<readonly PersonRow[]> {
  await tx.$executeRaw`
    DECLARE people NO SCROLL CURSOR FOR
    SELECT beneficiary.id::text AS id, city_id AS "cityId", district_id AS "districtId", sex::text AS sex,
           birth_year AS "birthYear", category::text AS category, coalesce(components, '{}') AS components
    FROM beneficiary
    JOIN city ON city.id = city_id
    LEFT JOIN LATERAL (
      SELECT array_agg(DISTINCT component_code::text) AS components FROM support
      WHERE beneficiary_id = beneficiary.id
        AND left(starts_on, 4) <= ${year} AND (ends_on IS NULL OR left(ends_on, 4) >= ${year})
    ) AS received ON true
    WHERE project_id = ${projectId} AND kind = 'PERSON'
      AND (left(enrolled_in, 4) = ${year} OR components IS NOT NULL)`;
  try {
    while (true) {
      const page = await tx.$queryRawUnsafe<readonly PersonRow[]>(`FETCH ${PAGE} FROM people`);
      if (page.length === 0) return;
      yield page;
    }
  } finally {
    await tx.$executeRaw`CLOSE people`;
  }
}

/** Publishes cells as the project's next release. */
export async function freezeCells(
  tx: WriterTransaction,
  { projectId, period, method, threshold, variance }: ReleaseTerms,
  cells: readonly ProtectedCell[],
): Promise<ReleaseRow> {
  const frozen = await tx.$queryRaw<readonly { readonly number: number }[]>`
    SELECT freeze_statistics(
      ${projectId}::int, ${period}, ${method}, ${threshold}::int, ${variance}::numeric, ${JSON.stringify(cells)}::jsonb
    ) AS number`;
  const release = await tx.statisticsRelease.findFirstOrThrow({
    where: { projectId, number: frozen[0]?.number ?? 0 },
  });
  return { ...release, variance: release.variance.toString() };
}
