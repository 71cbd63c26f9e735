import { builder } from '../builder.ts';
import { type OrganizationRow, organizationById } from '../organization/store.ts';
import { Organization } from '../organization/type.ts';
import { cityById } from '../place/store.ts';
import { City } from '../place/type.ts';
import { sourceById } from '../source/store.ts';
import { Source } from '../source/type.ts';
import { Component } from './component-type.ts';
import { type BudgetRow, type ParticipationRow, sourcesOfBudget } from './relation-store.ts';
import { componentByCode } from './store.ts';

const ParticipationRole = builder.enumType('ParticipationRole', {
  description: 'What an organization does in a project.',
  values: {
    FUNDER: { description: 'Donor: funds the project.' },
    LEAD: { description: 'Answers to the donor for the whole.' },
    IMPLEMENTING_PARTNER: { description: 'Carries the project out.' },
    LOCAL_PARTNER: { description: 'Carries out a part in one place or component.' },
    CO_FUNDER: { description: 'Adds money of its own.' },
  } as const,
});

/** An organization's role in a project. */
export const Participation = builder.objectRef<ParticipationRow>('Participation').implement({
  extensions: { scope: 'PUBLIC' },
  description: 'An organization’s role in a project.',
  fields: (t) => ({
    organization: t.field({
      type: Organization,
      description: 'The organization.',
      resolve: ({ organizationId, organizationCode, organizationName }, _args, context, info) =>
        organizationCode === undefined
          ? organizationById.required(context, organizationId, info)
          : ({ code: organizationCode, name: organizationName } as OrganizationRow),
    }),
    role: t.field({ type: ParticipationRole, description: 'What it does.', resolve: ({ role }) => role }),
    component: t.field({
      type: Component,
      nullable: true,
      description:
        'The one component that the role is for; null when it is for the whole project or no source says.',
      resolve: ({ componentCode }, _args, context) =>
        componentCode === null ? null : componentByCode(context, componentCode),
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

const Money = builder.objectRef<{ readonly amount: string; readonly currency: string }>('Money').implement({
  extensions: { scope: 'PUBLIC' },
  description: 'An amount of money.',
  fields: (t) => ({
    amount: t.expose('amount', { type: 'Decimal', description: 'In units of the currency, not in cents.' }),
    currency: t.expose('currency', { type: 'Currency', description: 'ISO 4217.' }),
  }),
});

/** Money planned for a project's work in one city. */
export const Budget = builder.objectRef<BudgetRow>('Budget').implement({
  extensions: { scope: 'PUBLIC' },
  description: 'Money planned for a project’s work in one city.',
  fields: (t) => ({
    city: t.field({
      type: City,
      description: 'The city.',
      resolve: ({ cityId }, _args, context) => cityById.required(context, cityId),
    }),
    amount: t.field({
      type: Money,
      description: 'How much.',
      resolve: ({ amount, currency }) => ({ amount, currency }),
    }),
    sources: t.field({
      type: [Source],
      description: 'Where this was read.',
      resolve: ({ id }, _args, context) => sourcesOfBudget(context, id),
    }),
  }),
});
