import { builder } from '../builder.ts';
import { encodeGlobalId } from '../paging/global-id.ts';
import { InputRefused, RevisionConflict } from '../refusal/type.ts';
import { MAX_ENROLMENTS } from './input-type.ts';
import type { BeneficiaryRow } from './store.ts';
import type { SupportRow } from './support-store.ts';
import { Support } from './support-type.ts';
import { Beneficiary } from './type.ts';

/** A person that was written. */
export class SavedBeneficiary {
  readonly beneficiary: BeneficiaryRow;
  constructor(beneficiary: BeneficiaryRow) {
    this.beneficiary = beneficiary;
  }
}

/** People that were enrolled together. */
export class SavedBeneficiaries {
  readonly beneficiaries: readonly BeneficiaryRow[];
  constructor(beneficiaries: readonly BeneficiaryRow[]) {
    this.beneficiaries = beneficiaries;
  }
}

/** Support that was written. */
export class SavedSupport {
  readonly support: SupportRow;
  constructor(support: SupportRow) {
    this.support = support;
  }
}

/** A person that is gone. */
export class ErasedBeneficiary {
  readonly id: string;
  constructor(id: string) {
    this.id = id;
  }
}

const BeneficiarySaved = builder.objectType(SavedBeneficiary, {
  name: 'BeneficiarySaved',
  isTypeOf: (value) => value instanceof SavedBeneficiary,
  extensions: { scope: 'PARTNER' },
  description: 'It is done.',
  fields: (t) => ({
    beneficiary: t.expose('beneficiary', { type: Beneficiary, description: 'The beneficiary as it is now.' }),
  }),
});

const BeneficiariesSaved = builder.objectType(SavedBeneficiaries, {
  name: 'BeneficiariesSaved',
  isTypeOf: (value) => value instanceof SavedBeneficiaries,
  extensions: { scope: 'PARTNER' },
  description: 'All are enrolled.',
  fields: (t) => ({
    beneficiaries: t.expose('beneficiaries', {
      type: [Beneficiary],
      extensions: { listSize: MAX_ENROLMENTS },
      description: 'All of them, in the order of the input.',
    }),
  }),
});

const SupportSaved = builder.objectType(SavedSupport, {
  name: 'SupportSaved',
  isTypeOf: (value) => value instanceof SavedSupport,
  extensions: { scope: 'PARTNER' },
  description: 'It is done.',
  fields: (t) => ({
    support: t.expose('support', { type: Support, description: 'The support as it is now.' }),
  }),
});

const BeneficiaryErased = builder.objectType(ErasedBeneficiary, {
  name: 'BeneficiaryErased',
  isTypeOf: (value) => value instanceof ErasedBeneficiary,
  extensions: { scope: 'PARTNER' },
  description:
    'The record is gone, with its support and with every kept answer about it. The audit log keeps that it was erased, and nothing of what it said.',
  fields: (t) => ({
    id: t.id({
      description: 'The global id that it had.',
      resolve: ({ id }) => encodeGlobalId('Beneficiary', id),
    }),
  }),
});

/** What enrolling one answers. */
export const EnrolBeneficiaryPayload = builder.unionType('EnrolBeneficiaryPayload', {
  description: 'Who is enrolled, or why nobody is.',
  types: [BeneficiarySaved, InputRefused],
});

/** What enrolling many answers. */
export const EnrolBeneficiariesPayload = builder.unionType('EnrolBeneficiariesPayload', {
  description: 'Who is enrolled, or why nobody is.',
  types: [BeneficiariesSaved, InputRefused],
});

/** What changing one answers. */
export const UpdateBeneficiaryPayload = builder.unionType('UpdateBeneficiaryPayload', {
  description: 'The beneficiary as it is now, or why nothing was changed.',
  types: [BeneficiarySaved, InputRefused, RevisionConflict],
});

/** What erasing answers. */
export const EraseBeneficiaryPayload = builder.unionType('EraseBeneficiaryPayload', {
  description: 'Who is erased, or why nobody is.',
  types: [BeneficiaryErased, InputRefused, RevisionConflict],
});

/** What recording support answers. */
export const RecordSupportPayload = builder.unionType('RecordSupportPayload', {
  description: 'The support as it is kept, or why it is not.',
  types: [SupportSaved, InputRefused],
});

/** What ending support answers. */
export const EndSupportPayload = builder.unionType('EndSupportPayload', {
  description: 'The support as it is now, or why nothing was changed.',
  types: [SupportSaved, InputRefused, RevisionConflict],
});
