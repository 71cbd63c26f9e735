import { createContext } from '../context.ts';
import { organizationById } from '../organization/store.ts';
import { cityById } from '../place/store.ts';
import { projectById } from '../project/store.ts';
import type { KeyIssuer } from './issuing.ts';
import { type ApiKeyRow, isLive, listKeys } from './store.ts';

/** A key in words, without the key itself. */
export type KeyDescription = {
  readonly id: string;
  readonly role: ApiKeyRow['role'];
  readonly state: 'live' | 'ended' | 'revoked';
  readonly organization: string;
  readonly projects: readonly string[];
  readonly cities: readonly string[];
  readonly expiresOn: string | null;
  readonly lastUsedOn: string | null;
};

/** Most keys that are described at once. */
const MOST_KEYS = 10_000;

const dayOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

function stateOf(row: ApiKeyRow): KeyDescription['state'] {
  if (row.revokedAt !== null) return 'revoked';
  return isLive(row) ? 'live' : 'ended';
}

/** All keys that somebody manages, those that live first. */
export async function describeKeys({
  reader,
  restricted,
  viewer,
}: KeyIssuer): Promise<readonly KeyDescription[]> {
  if (restricted === null) return [];
  const context = createContext({ reader });
  const codesOf = async (found: readonly Promise<{ readonly code: string } | undefined>[]) =>
    (await Promise.all(found)).map((record) => record?.code ?? '(removed)');
  const window = { after: null, before: null, descending: false, limit: MOST_KEYS };
  const rows = await listKeys(restricted, viewer, window);
  const described = await Promise.all(
    rows.map(async (row) => {
      const [organization = ''] = await codesOf([organizationById(context, row.organizationId)]);
      return {
        id: row.id,
        role: row.role,
        state: stateOf(row),
        organization,
        projects: await codesOf(row.projectIds.map((id) => projectById(context, id))),
        cities: await codesOf(row.cityIds.map((id) => cityById(context, id))),
        expiresOn: dayOf(row.expiresOn),
        lastUsedOn: dayOf(row.lastUsedOn),
      };
    }),
  );
  const live = described.filter(({ state }) => state === 'live');
  return [...live, ...described.filter(({ state }) => state !== 'live')];
}
