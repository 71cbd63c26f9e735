import { builder } from '../builder.ts';
import { organizationById } from '../organization/store.ts';
import { Organization } from '../organization/type.ts';
import { cityById } from '../place/store.ts';
import { City } from '../place/type.ts';
import { projectById } from '../project/store.ts';
import { Project } from '../project/type.ts';
import { type ApiKeyRow, isLive } from './store.ts';

/** What a key lets its holder be. */
export const KeyRole = builder.enumType('KeyRole', {
  description: 'What a key lets its holder be.',
  values: {
    MEMBER: { description: 'A member organization.' },
    PARTNER: { description: 'An implementing partner, in the projects and cities of the key.' },
    STEWARD: { description: 'A lead organization, in the projects of the key.' },
  } as const,
});

const dayOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

/** A key, without the key itself. */
export const ApiKey = builder.objectRef<ApiKeyRow>('ApiKey').implement({
  extensions: { scope: 'STEWARD' },
  description: 'A key that a program signs its requests with. The key itself is kept nowhere.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Names the key, to rotate or to revoke it.' }),
    family: t.exposeID('familyId', { description: 'The same for a key and those that take its place.' }),
    role: t.field({ type: KeyRole, description: 'What it lets its holder be.', resolve: ({ role }) => role }),
    organization: t.field({
      type: Organization,
      description: 'Whose key it is.',
      resolve: ({ organizationId }, _args, context) => organizationById.required(context, organizationId),
    }),
    projects: t.field({
      type: [Project],
      description: 'The projects that it is for.',
      resolve: ({ projectIds }, _args, context) =>
        Promise.all(projectIds.map((id) => projectById.required(context, id))),
    }),
    cities: t.field({
      type: [City],
      description: 'The cities that it is for; empty but for partners.',
      resolve: ({ cityIds }, _args, context) =>
        Promise.all(cityIds.map((id) => cityById.required(context, id))),
    }),
    isLive: t.boolean({
      description: 'Whether it is good for anything: neither revoked nor ended.',
      resolve: isLive,
    }),
    issuedAt: t.expose('issuedAt', { type: 'DateTime', description: 'When it was issued.' }),
    expiresOn: t.field({
      type: 'PartialDate',
      nullable: true,
      description: 'The last day that it is good for; null when it has no end.',
      resolve: ({ expiresOn }) => dayOf(expiresOn),
    }),
    lastUsedOn: t.field({
      type: 'PartialDate',
      nullable: true,
      description: 'The last day that it was used; null when it never was.',
      resolve: ({ lastUsedOn }) => dayOf(lastUsedOn),
    }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was revoked; null when it is not.',
    }),
  }),
});
