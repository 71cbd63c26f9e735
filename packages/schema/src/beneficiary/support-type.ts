import { builder } from '../builder.ts';
import { organizationById } from '../organization/store.ts';
import { Organization } from '../organization/type.ts';
import { Component } from '../project/component-type.ts';
import { componentByCode } from '../project/store.ts';
import { beneficiaryById } from './store.ts';
import { type SupportRow, supportById, supportOfBeneficiary } from './support-store.ts';
import { Beneficiary } from './type.ts';

/** What somebody receives. */
export const SupportTypeEnum = builder.enumType('SupportType', {
  description: 'What somebody receives.',
  values: {
    SELF_EMPLOYMENT_GRANT: { description: 'Money or goods to start a business of one’s own.' },
    BUSINESS_TRAINING: { description: 'Training in running a business.' },
    RETRAINING: { description: 'Training for another occupation.' },
    EMPLOYMENT_SUBSIDY: { description: 'Money for an employer who takes somebody on.' },
    AGRICULTURAL_EQUIPMENT: { description: 'Equipment for work on the land.' },
    INCLUSIVE_WORKSHOP: { description: 'Workshop for people of different backgrounds together.' },
    COUNSELLING: { description: 'Advice, alone or in a group.' },
  } as const,
});

/** Some support. */
export const Support = builder.objectRef<SupportRow>('Support');

builder.node(Support, {
  extensions: { scope: 'PARTNER' },
  description: 'Something that a beneficiary received. Seen by whoever sees the beneficiary.',
  id: { resolve: ({ id }) => id },
  loadMany: (ids, context) => Promise.all(ids.map(async (id) => (await supportById(context, id)) ?? null)),
  fields: (t) => ({
    beneficiary: t.field({
      type: Beneficiary,
      description: 'Who received it.',
      resolve: ({ beneficiaryId }, _args, context) => beneficiaryById.required(context, beneficiaryId),
    }),
    component: t.field({
      type: Component,
      description: 'Strand of work that it belongs to.',
      resolve: ({ componentCode }, _args, context) => componentByCode.required(context, componentCode),
    }),
    type: t.field({ type: SupportTypeEnum, description: 'What it is.', resolve: ({ type }) => type }),
    startsOn: t.expose('startsOn', { type: 'PartialDate', description: 'When it began.' }),
    endsOn: t.expose('endsOn', {
      type: 'PartialDate',
      nullable: true,
      description: 'When it ended; null while it lasts.',
    }),
    organization: t.field({
      type: Organization,
      description: 'Organization that gave it.',
      resolve: ({ organizationId }, _args, context) => organizationById.required(context, organizationId),
    }),
    revision: t.exposeInt('revision', {
      description: 'Grows by one with each change; goes into `expectedRevision`.',
    }),
  }),
});

builder.objectField(Beneficiary, 'support', (t) =>
  t.field({
    type: [Support],
    description: 'What it received, by start.',
    resolve: ({ id }, _args, context) => supportOfBeneficiary(context, id),
  }),
);
