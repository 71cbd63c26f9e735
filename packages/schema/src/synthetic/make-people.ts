import type { Pool } from 'pg';
import { assumeViewer } from '../database/restricted.ts';
import { OPERATOR } from '../database/viewer.ts';
import type { WriterTransaction } from '../database/writer.ts';
import { makePopulation, type PopulationPlan, type SyntheticPerson } from './population.ts';
import { buildScaffold, digestOfIds, missingCities, type Scaffold } from './scaffold.ts';

/** How many people to make up, from which seed, and whether they may take the place of others. */
export type SyntheticPlan = PopulationPlan & { readonly replace?: boolean };

/** What came of it. */
export type SyntheticOutcome =
  /** They are there now; `replaced` others are gone. */
  | { readonly kind: 'made'; readonly replaced: number }
  /** The very same were there. */
  | { readonly kind: 'unchanged' }
  /** Others are there, and may not be replaced. */
  | { readonly kind: 'occupied'; readonly others: number }
  /** The places that they would live in are not known. */
  | { readonly kind: 'nowhere'; readonly cities: readonly string[] };

const PAGE = 2_000;
const TIMEOUT_MS = 1_800_000;

/**
 * Makes people up in a project of their own, all or none. The same plan makes the same people, and nothing when they
 * are there already.
 *
 * @param pool - connects as the user that owns the tables
 * @param onProgress - told how much is done, from 0 to 1
 */
export async function makeSyntheticPeople(
  pool: Pool,
  plan: SyntheticPlan,
  onProgress: (share: number) => void = () => undefined,
): Promise<SyntheticOutcome> {
  const { createWriter } = await import('../database/writer.ts');
  return createWriter(pool).$transaction((tx) => fill(tx, plan, onProgress), { timeout: TIMEOUT_MS });
}

async function fill(
  tx: WriterTransaction,
  plan: SyntheticPlan,
  onProgress: (share: number) => void,
): Promise<SyntheticOutcome> {
  // The last of many rows may take longer than a pool lets a statement run.
  await tx.$executeRaw`SELECT set_config('statement_timeout', ${String(TIMEOUT_MS)}, true)`;
  const cities = await missingCities(tx);
  if (cities.length > 0) return { kind: 'nowhere', cities };
  const scaffold = await buildScaffold(tx);
  // From here on it may do no more than any program that works with records of people.
  await assumeViewer(tx, OPERATOR, null);
  const { projectId } = scaffold;
  const kept = await tx.$queryRaw<readonly { readonly id: string }[]>`
    SELECT id::text AS id FROM beneficiary WHERE project_id = ${projectId}`;
  if (kept.length > 0) {
    const planned = Array.from(makePopulation(plan), ({ id }) => id);
    if (digestOfIds(kept.map(({ id }) => id)) === digestOfIds(planned)) return { kind: 'unchanged' };
    if (!plan.replace) return { kind: 'occupied', others: kept.length };
    await removeAll(tx, projectId);
  }
  let page: SyntheticPerson[] = [];
  let made = 0;
  for (const person of makePopulation(plan)) {
    page.push(person);
    made += 1;
    if (page.length < PAGE && made < plan.count) continue;
    await insert(tx, scaffold, page);
    page = [];
    onProgress(made / plan.count);
  }
  return { kind: 'made', replaced: kept.length };
}

async function removeAll(tx: WriterTransaction, projectId: number): Promise<void> {
  let removed: number;
  do {
    removed = await tx.$executeRaw`
      DELETE FROM beneficiary WHERE id IN (SELECT id FROM beneficiary WHERE project_id = ${projectId} LIMIT ${PAGE})`;
  } while (removed > 0);
}

async function insert(
  tx: WriterTransaction,
  { projectId, organizationId, cityIds }: Scaffold,
  people: readonly SyntheticPerson[],
): Promise<void> {
  const rows = people.map(({ id, sex, birthYear, category, city, enrolledIn }) => ({
    id,
    project_id: projectId,
    kind: 'PERSON',
    sex,
    birth_year: birthYear,
    category,
    city_id: cityIds.get(city),
    enrolled_in: enrolledIn,
    enrolled_by_id: organizationId,
  }));
  await tx.$executeRaw`
    INSERT INTO beneficiary (id, project_id, kind, sex, birth_year, category, city_id, enrolled_in, enrolled_by_id)
    SELECT id, project_id, kind, sex, birth_year, category, city_id, enrolled_in, enrolled_by_id
    FROM jsonb_populate_recordset(NULL::beneficiary, ${JSON.stringify(rows)}::jsonb)`;
  const support = people.flatMap((person) =>
    person.support.map(({ id, component, type, startsOn, endsOn }) => ({
      id,
      beneficiary_id: person.id,
      component_code: component,
      type,
      starts_on: startsOn,
      ends_on: endsOn,
      organization_id: organizationId,
    })),
  );
  await tx.$executeRaw`
    INSERT INTO support (id, beneficiary_id, component_code, type, starts_on, ends_on, organization_id)
    SELECT id, beneficiary_id, component_code, type, starts_on, ends_on, organization_id
    FROM jsonb_populate_recordset(NULL::support, ${JSON.stringify(support)}::jsonb)`;
}
