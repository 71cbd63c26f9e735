import type { Selectable } from 'kysely';
import { prepare } from '../database/prepare.ts';
import { anyOf } from '../database/sql.ts';
import type { OrganizationContact } from '../generated/kysely.ts';
import { defineListLoader, groupBy } from '../loader.ts';

/** A way to reach an organization. */
export type ContactRow = Selectable<OrganizationContact>;

const readContacts = prepare((db, { ids }: { ids: readonly number[] }) =>
  db
    .selectFrom('organizationContact')
    .selectAll()
    .where('organizationId', '=', anyOf(ids))
    .orderBy('kind')
    .orderBy('value'),
);

/** How the organization with this id is reached, by kind. */
export const contactsOfOrganization = defineListLoader<number, ContactRow>(async (ids, { reader }) =>
  groupBy(await readContacts(reader, { ids }), ({ organizationId }) => organizationId),
);
