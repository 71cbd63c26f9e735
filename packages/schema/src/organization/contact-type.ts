import { builder } from '../builder.ts';
import { type ContactRow, contactsOfOrganization } from './contact-store.ts';
import { Organization } from './type.ts';

const ContactKind = builder.enumType('ContactKind', {
  description: 'A way to reach an organization.',
  values: {
    EMAIL: { description: 'By mail, such as office@example.org.' },
    PHONE: { description: 'By phone: + and digits, with the code of the country.' },
    WEB: { description: 'By a page with a form.' },
  } as const,
});

const OrganizationContact = builder.objectRef<ContactRow>('OrganizationContact').implement({
  extensions: { scope: 'MEMBER' },
  description: 'How an organization is reached, never a person.',
  fields: (t) => ({
    kind: t.field({ type: ContactKind, description: 'Which way.', resolve: ({ kind }) => kind }),
    value: t.exposeString('value', { description: 'The address or the number.' }),
  }),
});

builder.objectField(Organization, 'contacts', (t) =>
  t.field({
    extensions: { scope: 'MEMBER' },
    type: [OrganizationContact],
    description: 'For members: how it is reached. Empty for all others.',
    resolve: ({ id }, _args, context) => contactsOfOrganization(context, id),
  }),
);
