import type { Selectable } from 'kysely';
import type { Reader } from '../database/reader.ts';
import { anyOf, countRows, holdsText, withinWindow } from '../database/sql.ts';
import type { Network, Organization } from '../generated/kysely.ts';
import { defineLoader, groupBy, indexBy } from '../loader.ts';
import type { KeysetWindow } from '../paging/keyset.ts';
import { isCode } from '../scalar/code.ts';

/** An organization as it is kept. */
export type OrganizationRow = Selectable<Organization>;
/** A network as it is kept. */
export type NetworkRow = Selectable<Network>;

const selectOrganizations = (reader: Reader) => reader.selectFrom('organization').selectAll('organization');
const selectNetworks = (reader: Reader) => reader.selectFrom('network').selectAll('network');

/** The organization with this id. */
export const organizationById = defineLoader<number, OrganizationRow>(async (ids, { reader }) =>
  indexBy(
    await selectOrganizations(reader).where('organization.id', '=', anyOf(ids)).execute(),
    ({ id }) => id,
  ),
);

/** The organization with this code. */
export const organizationByCode = defineLoader<string, OrganizationRow>(async (codes, { reader }) =>
  indexBy(
    await selectOrganizations(reader)
      .where('organization.code', '=', anyOf(codes.filter(isCode)))
      .execute(),
    ({ code }) => code,
  ),
);

/** The network with this code. */
export const networkByCode = defineLoader<string, NetworkRow>(async (codes, { reader }) =>
  indexBy(
    await selectNetworks(reader)
      .where('network.code', '=', anyOf(codes.filter(isCode)))
      .execute(),
    ({ code }) => code,
  ),
);

/** All networks, by code. */
export function listNetworks(reader: Reader): Promise<readonly NetworkRow[]> {
  return selectNetworks(reader).orderBy('network.code').execute();
}

/** The organizations that are named as members of the network with this id, by code. */
export const membersOfNetwork = defineLoader<number, readonly OrganizationRow[]>(async (ids, { reader }) =>
  groupBy(
    await selectOrganizations(reader)
      .innerJoin('networkMember', 'networkMember.organizationId', 'organization.id')
      .select('networkMember.networkId')
      .where('networkMember.networkId', '=', anyOf(ids))
      .orderBy('organization.code')
      .execute(),
    (row) => row.networkId,
  ),
);

function narrow(reader: Reader, search: string | null) {
  return reader
    .selectFrom('organization')
    .$if(search !== null, (query) => query.where(holdsText(['organization.name'], search ?? '')));
}

/** One page of organizations, by code. */
export function listOrganizations(
  reader: Reader,
  search: string | null,
  window: KeysetWindow,
): Promise<readonly OrganizationRow[]> {
  return withinWindow(
    narrow(reader, search).selectAll('organization'),
    'organization.code',
    window,
  ).execute();
}

/** How many organizations there are. */
export function countOrganizations(reader: Reader, search: string | null): Promise<number> {
  return countRows(narrow(reader, search));
}
