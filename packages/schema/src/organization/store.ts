import type { Kysely, Selectable } from 'kysely';
import { type Columns, chooseColumns } from '../columns.ts';
import { prepare, prepareCount } from '../database/prepare.ts';
import type { Reader } from '../database/reader.ts';
import { anyOf, countRows, holdsText, withinWindow } from '../database/sql.ts';
import type { DB, Network, Organization } from '../generated/kysely.ts';
import { defineColumnLoader, defineListLoader, defineLoader, groupBy, indexBy } from '../loader.ts';
import type { KeysetWindow } from '../paging/keyset.ts';
import { isCode } from '../scalar/code.ts';

/** An organization as it is kept. */
export type OrganizationRow = Selectable<Organization>;
/** A network as it is kept. */
export type NetworkRow = Selectable<Network>;

const selectOrganizations = (db: Kysely<DB>) => db.selectFrom('organization').selectAll('organization');
const selectNetworks = (db: Kysely<DB>) => db.selectFrom('network').selectAll('network');

/** Columns of organizations. */
const columnsOfOrganization = chooseColumns<OrganizationRow>(
  ['id', 'code', 'name', 'acronym', 'kind', 'country', 'seatId'],
  { acronym: ['acronym'], kind: ['kind'], country: ['country'], seat: ['seatId'] },
);

type ByIds = { readonly ids: readonly number[]; readonly columns: Columns<OrganizationRow> };

const readByIds = prepare((db, { ids, columns }: ByIds) =>
  db.selectFrom('organization').select(columns.of('organization')).where('organization.id', '=', anyOf(ids)),
);
const readByCodes = prepare((db, { codes }: { codes: readonly string[] }) =>
  selectOrganizations(db).where('organization.code', '=', anyOf(codes)),
);
const readNetworksByCodes = prepare((db, { codes }: { codes: readonly string[] }) =>
  selectNetworks(db).where('network.code', '=', anyOf(codes)),
);
const readNetworks = prepare((db) => selectNetworks(db).orderBy('network.code'));
const readMembers = prepare((db, { ids }: { ids: readonly number[] }) =>
  selectOrganizations(db)
    .innerJoin('networkMember', 'networkMember.organizationId', 'organization.id')
    .select('networkMember.networkId')
    .where('networkMember.networkId', '=', anyOf(ids))
    .orderBy('organization.code'),
);

/** The organization with this id. */
export const organizationById = defineColumnLoader(
  columnsOfOrganization,
  async (ids: readonly number[], { reader }, columns) =>
    indexBy(await readByIds(reader, { ids, columns }), ({ id }) => id),
);

/** The organization with this code. */
export const organizationByCode = defineLoader<string, OrganizationRow>(async (codes, { reader }) =>
  indexBy(await readByCodes(reader, { codes: codes.filter(isCode) }), ({ code }) => code),
);

/** The network with this code. */
export const networkByCode = defineLoader<string, NetworkRow>(async (codes, { reader }) =>
  indexBy(await readNetworksByCodes(reader, { codes: codes.filter(isCode) }), ({ code }) => code),
);

/** All networks, by code. */
export function listNetworks(reader: Reader): Promise<readonly NetworkRow[]> {
  return readNetworks(reader, {});
}

/** The organizations that are named as members of the network with this id, by code. */
export const membersOfNetwork = defineListLoader<number, OrganizationRow>(async (ids, { reader }) =>
  groupBy(await readMembers(reader, { ids }), (row) => row.networkId),
);

type Search = { readonly search: string | null };

function narrow(db: Kysely<DB>, { search }: Search) {
  return db
    .selectFrom('organization')
    .$if(search !== null, (query) => query.where(holdsText(['organization.name'], search as string)));
}

const readPage = prepare((db, asked: Search & KeysetWindow) =>
  withinWindow(narrow(db, asked).selectAll('organization'), 'organization.code', asked),
);
const countNarrowed = prepareCount((db, asked: Search) => countRows(narrow(db, asked)));

/** One page of organizations, by code. */
export function listOrganizations(
  reader: Reader,
  search: string | null,
  window: KeysetWindow,
): Promise<readonly OrganizationRow[]> {
  return readPage(reader, { search, ...window });
}

/** How many organizations there are. */
export function countOrganizations(reader: Reader, search: string | null): Promise<number> {
  return countNarrowed(reader, { search });
}
