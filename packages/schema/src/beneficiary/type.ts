import { builder } from '../builder.ts';
import { organizationById } from '../organization/store.ts';
import { Organization } from '../organization/type.ts';
import { cityById } from '../place/store.ts';
import { City } from '../place/type.ts';
import { projectById } from '../project/store.ts';
import { Project } from '../project/type.ts';
import { type BeneficiaryRow, beneficiaryById } from './store.ts';

/** Sex, as it is kept and counted. */
export const SexEnum = builder.enumType('Sex', {
  description: 'Sex, as it was told at enrolment.',
  values: { FEMALE: { description: 'Female.' }, MALE: { description: 'Male.' } } as const,
});

/** Whether a record is of one person or of several. */
export const BeneficiaryKindEnum = builder.enumType('BeneficiaryKind', {
  description: 'Whether a record is of one person or of several.',
  values: {
    PERSON: { description: 'One person.' },
    HOUSEHOLD: { description: 'A household; it has neither sex nor year of birth.' },
  } as const,
});

/** Why somebody is supported. */
export const BeneficiaryCategoryEnum = builder.enumType('BeneficiaryCategory', {
  description: 'Why somebody is supported.',
  values: {
    RETURNEE: { description: 'Returned under a readmission agreement.' },
    SOCIALLY_VULNERABLE: { description: 'Socially vulnerable resident.' },
    HARD_TO_EMPLOY: { description: 'Hard to employ for another reason.' },
  } as const,
});

/** A person or household. */
export const Beneficiary = builder.objectRef<BeneficiaryRow>('Beneficiary');

builder.node(Beneficiary, {
  extensions: { scope: 'PARTNER' },
  description:
    'A pseudonymous person or household that a project supports. Seen by the organization that enrolled it, in its projects and cities, and by the stewards of the project.',
  id: { resolve: ({ id }) => id },
  loadMany: (ids, context) =>
    Promise.all(ids.map(async (id) => (await beneficiaryById(context, id)) ?? null)),
  fields: (t) => ({
    kind: t.field({
      type: BeneficiaryKindEnum,
      description: 'One person, or a household.',
      resolve: ({ kind }) => kind,
    }),
    sex: t.field({
      type: SexEnum,
      nullable: true,
      description: 'Sex; null where it is not known, and for a household.',
      resolve: ({ sex }) => sex,
    }),
    birthYear: t.exposeInt('birthYear', {
      nullable: true,
      description: 'Year of birth, never the date; null where it is not known, and for a household.',
    }),
    category: t.field({
      type: BeneficiaryCategoryEnum,
      description: 'Why it is supported.',
      resolve: ({ category }) => category,
    }),
    city: t.field({
      type: City,
      description: 'City that it lives in.',
      resolve: ({ cityId }, _args, context) => cityById.required(context, cityId),
    }),
    enrolledIn: t.expose('enrolledIn', { type: 'PartialDate', description: 'Month of its enrolment.' }),
    enrolledBy: t.field({
      type: Organization,
      description: 'Organization that enrolled it.',
      resolve: ({ enrolledById }, _args, context) => organizationById.required(context, enrolledById),
    }),
    project: t.field({
      type: Project,
      description: 'Project that supports it.',
      resolve: ({ projectId }, _args, context) => projectById.required(context, projectId),
    }),
    revision: t.exposeInt('revision', {
      description: 'Grows by one with each change; goes into `expectedRevision`.',
    }),
  }),
});
