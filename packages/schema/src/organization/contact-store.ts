import type { Selectable } from 'kysely';
import { anyOf } from '../database/sql.ts';
import type { OrganizationContact } from '../generated/kysely.ts';
import { defineLoader, groupBy } from '../loader.ts';

/** A way to reach an organization. */
export type ContactRow = Selectable<OrganizationContact>;

/** How the organization with this id is reached, by kind. */
export const contactsOfOrganization = defineLoader<number, readonly ContactRow[]>(async (ids, { reader }) =>
  groupBy(
    await reader
      .selectFrom('organizationContact')
      .selectAll()
      .where('organizationId', '=', anyOf(ids))
      .orderBy('kind')
      .orderBy('value')
      .execute(),
    ({ organizationId }) => organizationId,
  ),
);
