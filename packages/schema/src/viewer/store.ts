import type { Viewer, ViewerRole } from '../context.ts';
import { prepare } from '../database/prepare.ts';
import type { Reader } from '../database/reader.ts';
import { anyOf } from '../database/sql.ts';
import { isCode } from '../scalar/code.ts';

/** What somebody may do, and where, by the codes of the contract. */
export type Grant = {
  readonly role: Exclude<ViewerRole, 'PUBLIC' | 'OPERATOR'>;
  readonly organization: string;
  readonly projects: readonly string[];
  /** Looked at for PARTNER only. */
  readonly cities: readonly string[];
};

/** Most codes of one kind that a grant may name. */
const MOST_CODES = 200;

type Codes = { readonly codes: readonly string[] };

const READ_IDS = {
  city: prepare((db, { codes }: Codes) =>
    db.selectFrom('city').select(['id', 'code']).where('code', '=', anyOf(codes)),
  ),
  organization: prepare((db, { codes }: Codes) =>
    db.selectFrom('organization').select(['id', 'code']).where('code', '=', anyOf(codes)),
  ),
  project: prepare((db, { codes }: Codes) =>
    db.selectFrom('project').select(['id', 'code']).where('code', '=', anyOf(codes)),
  ),
};

/** Finds the ids of records by their codes. What is not found is left out. */
export async function findIds(
  reader: Reader,
  table: keyof typeof READ_IDS,
  codes: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const known = codes.filter(isCode);
  if (known.length === 0) return new Map();
  const rows = await READ_IDS[table](reader, { codes: known });
  return new Map(rows.map(({ id, code }) => [code, id]));
}

/** Finds the viewer that a grant describes; null when it names anything that is not there. */
export async function findViewerByGrant(
  reader: Reader,
  caller: string,
  grant: Grant,
): Promise<Viewer | null> {
  const { role, organization, projects, cities } = grant;
  if (Math.max(projects.length, cities.length) > MOST_CODES) return null;
  const [organizationIds, projectIds, cityIds] = await Promise.all([
    findIds(reader, 'organization', [organization]),
    findIds(reader, 'project', projects),
    findIds(reader, 'city', cities),
  ]);
  const organizationId = organizationIds.get(organization);
  const areKnown =
    projects.every((code) => projectIds.has(code)) && cities.every((code) => cityIds.has(code));
  if (organizationId === undefined || !areKnown) return null;
  return {
    role,
    caller,
    organizationId,
    projectIds: [...projectIds.values()],
    cityIds: role === 'PARTNER' ? [...cityIds.values()] : [],
  };
}
