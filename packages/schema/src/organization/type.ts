import { builder } from '../builder.ts';
import { localizedField, localizedListField, nullableLocalizedField } from '../locale/type.ts';
import { cityById } from '../place/store.ts';
import { City } from '../place/type.ts';
import { QualifiedCount } from '../scalar/qualified-count.ts';
import { sourceById } from '../source/store.ts';
import { Source } from '../source/type.ts';
import {
  membersOfNetwork,
  type NetworkRow,
  networkByCode,
  type OrganizationRow,
  organizationByCode,
} from './store.ts';

const OrganizationKind = builder.enumType('OrganizationKind', {
  description: 'What an organization is.',
  values: {
    DONOR: { description: 'Gives money, such as a ministry for development cooperation.' },
    INGO: { description: 'International non-governmental organization.' },
    NGO: { description: 'Non-governmental organization.' },
    AGENCY: { description: 'Public or development agency.' },
    LOCAL_GOVERNMENT: { description: 'City or municipality as an authority.' },
  } as const,
});

/** An organization. */
export const Organization = builder.objectRef<OrganizationRow>('Organization');

builder.node(Organization, {
  extensions: { scope: 'PUBLIC' },
  description: 'An organization that takes part in a project or in a network.',
  id: { resolve: ({ code }) => code },
  loadMany: (codes, context) =>
    Promise.all(codes.map(async (code) => (await organizationByCode(context, code)) ?? null)),
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Stable, readable key.' }),
    name: localizedField(t, 'Full name.', ({ name }) => name),
    acronym: t.exposeString('acronym', { nullable: true, description: 'Such as BMZ.' }),
    kind: t.field({ type: OrganizationKind, description: 'What it is.', resolve: ({ kind }) => kind }),
    country: t.expose('country', { type: 'Country', description: 'Country that it is from.' }),
    seat: t.field({
      type: City,
      nullable: true,
      description: 'City of its seat, when that is known here.',
      resolve: ({ seatId }, _args, context) => (seatId === null ? null : cityById(context, seatId)),
    }),
  }),
});

/** A network of organizations. */
export const Network = builder.objectRef<NetworkRow>('Network');

builder.node(Network, {
  extensions: { scope: 'PUBLIC' },
  description: 'A network of organizations.',
  id: { resolve: ({ code }) => code },
  loadMany: (codes, context) =>
    Promise.all(codes.map(async (code) => (await networkByCode(context, code)) ?? null)),
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Stable, readable key.' }),
    name: localizedField(t, 'Name.', ({ name }) => name),
    description: nullableLocalizedField(t, 'What it is.', ({ description }) => description),
    groupsServed: localizedListField(t, 'Whom its members serve.', ({ groupsServed }) => groupsServed),
    memberCount: t.field({
      type: QualifiedCount,
      nullable: true,
      description: 'How many members it says it has: a statement, not a count of `members`.',
      resolve: ({ memberCount: value, memberCountQualifier: qualifier }) =>
        value === null || qualifier === null ? null : { value, qualifier },
    }),
    members: t.field({
      type: [Organization],
      description: 'The members that are known here by name, by code.',
      resolve: ({ id }, _args, context) => membersOfNetwork(context, id),
    }),
    sources: t.field({
      type: [Source],
      description: 'Where this was read.',
      resolve: async ({ sourceId }, _args, context) => {
        const source = sourceId === null ? undefined : await sourceById(context, sourceId);
        return source ? [source] : [];
      },
    }),
  }),
});
