import { builder } from '../builder.ts';
import { ComponentCode } from '../project/component-type.ts';
import { SupportTypeEnum } from './support-type.ts';
import { BeneficiaryCategoryEnum, BeneficiaryKindEnum, SexEnum } from './type.ts';

/** Most people that one call enrols. */
export const MAX_ENROLMENTS = 1_000;

const EXPECTED_REVISION =
  'The revision that the caller read. When the record is at another, nothing is done.';

const BeneficiaryInput = builder.inputType('BeneficiaryInput', {
  description:
    'A person or household that is to be enrolled. There is no place for a name, an address or a note.',
  fields: (t) => ({
    kind: t.field({
      type: BeneficiaryKindEnum,
      required: true,
      defaultValue: 'PERSON',
      description: 'One person, or a household.',
    }),
    sex: t.field({ type: SexEnum, description: 'Where it is known; none for a household.' }),
    birthYear: t.int({ description: 'Where it is known; none for a household. From 1900.' }),
    category: t.field({ type: BeneficiaryCategoryEnum, required: true, description: 'Why it is supported.' }),
    city: t.string({ required: true, description: 'Code of the city that it lives in.' }),
    enrolledIn: t.string({
      required: true,
      description: 'Month of enrolment, such as 2025-03: never a day.',
    }),
    enrolledBy: t.string({
      description: 'Code of the organization that enrols it; the caller’s own when left out.',
    }),
  }),
});

/** One person to enrol. */
export const EnrolBeneficiaryInput = builder.inputType('EnrolBeneficiaryInput', {
  description: 'Whom to enrol, and in which project.',
  fields: (t) => ({
    project: t.string({ required: true, description: 'Code of the project.' }),
    beneficiary: t.field({ type: BeneficiaryInput, required: true, description: 'Whom to enrol.' }),
  }),
});

/** Many people to enrol. */
export const EnrolBeneficiariesInput = builder.inputType('EnrolBeneficiariesInput', {
  description: 'Whom to enrol, and in which project.',
  fields: (t) => ({
    project: t.string({ required: true, description: 'Code of the project.' }),
    beneficiaries: t.field({
      type: [BeneficiaryInput],
      required: true,
      extensions: { maxItems: MAX_ENROLMENTS },
      description: `Whom to enrol, 1 to ${MAX_ENROLMENTS}, all or none. Send them by a variable.`,
    }),
  }),
});

/** What to change of a person. */
export const UpdateBeneficiaryInput = builder.inputType('UpdateBeneficiaryInput', {
  description: 'What to change of a beneficiary. What is absent stays as it is.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id of the beneficiary.' }),
    expectedRevision: t.int({ required: true, description: EXPECTED_REVISION }),
    kind: t.field({ type: BeneficiaryKindEnum, description: 'One person, or a household.' }),
    sex: t.field({ type: SexEnum, description: 'Null when it is not known after all.' }),
    birthYear: t.int({ description: 'Null when it is not known after all.' }),
    category: t.field({ type: BeneficiaryCategoryEnum, description: 'Why it is supported.' }),
    city: t.string({ description: 'Code of the city that it lives in.' }),
    enrolledIn: t.string({ description: 'Month of enrolment, such as 2025-03.' }),
  }),
});

/** Whom to erase. */
export const EraseBeneficiaryInput = builder.inputType('EraseBeneficiaryInput', {
  description: 'Whom to erase.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id of the beneficiary.' }),
    expectedRevision: t.int({ description: EXPECTED_REVISION }),
  }),
});

/** What somebody receives. */
export const RecordSupportInput = builder.inputType('RecordSupportInput', {
  description: 'What a beneficiary receives.',
  fields: (t) => ({
    beneficiary: t.id({ required: true, description: 'Global id of the beneficiary.' }),
    component: t.field({
      type: ComponentCode,
      required: true,
      description: 'Strand of work that it belongs to.',
    }),
    type: t.field({ type: SupportTypeEnum, required: true, description: 'What it is.' }),
    startsOn: t.string({ required: true, description: 'When it begins: 2025-04-30, 2025-04 or 2025.' }),
    endsOn: t.string({ description: 'When it ended; absent while it lasts.' }),
    organization: t.string({
      description: 'Code of the organization that gives it; the caller’s own when left out.',
    }),
  }),
});

/** What to end. */
export const EndSupportInput = builder.inputType('EndSupportInput', {
  description: 'Which support ended, and when.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id of the support.' }),
    expectedRevision: t.int({ required: true, description: EXPECTED_REVISION }),
    endsOn: t.string({ required: true, description: 'When it ended: 2025-04-30, 2025-04 or 2025.' }),
  }),
});
