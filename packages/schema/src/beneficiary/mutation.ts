import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { cityByCode } from '../place/store.ts';
import { Conflict, Refusal, refuse } from '../refusal/refusal.ts';
import { refuseUnknownWriter, requireWriter } from '../refusal/require-writer.ts';
import { enrol, today } from './enrolling.ts';
import {
  EnrolBeneficiariesInput,
  EnrolBeneficiaryInput,
  EraseBeneficiaryInput,
  MAX_ENROLMENTS,
  UpdateBeneficiaryInput,
} from './input-type.ts';
import { keyOf } from './key.ts';
import {
  EnrolBeneficiariesPayload,
  EnrolBeneficiaryPayload,
  EraseBeneficiaryPayload,
  ErasedBeneficiary,
  SavedBeneficiaries,
  SavedBeneficiary,
  UpdateBeneficiaryPayload,
} from './payload-type.ts';
import { isOwnCity, problemsOfPerson } from './policy.ts';
import { changeBeneficiary, findBeneficiary, removeBeneficiary } from './store.ts';

const WRITING = { scope: 'PARTNER', absent: refuseUnknownWriter } as const;

/** What is answered of a record that is not there, and of one that the viewer may not see. */
export const noSuch = (field: string): Refusal =>
  refuse([field], 'There is no such record, or none of yours.');

async function update(
  context: Context,
  { id, expectedRevision, city, ...given }: typeof UpdateBeneficiaryInput.$inferInput,
) {
  const { viewer, restricted } = requireWriter(context);
  const key = keyOf('Beneficiary', id);
  if (key === null) return noSuch('id');
  const cityId = city == null ? undefined : (await cityByCode(context, city))?.id;
  if (city != null && !isOwnCity(viewer, cityId)) {
    return refuse(['city'], 'There is no city of this code among yours.');
  }
  return restricted.transact(viewer, async (tx) => {
    const current = await findBeneficiary(tx, key);
    if (current === null) return noSuch('id');
    if (current.revision !== expectedRevision) return new Conflict(current.revision);
    const values = {
      kind: given.kind ?? current.kind,
      sex: given.sex === undefined ? current.sex : given.sex,
      birthYear: given.birthYear === undefined ? current.birthYear : given.birthYear,
      category: given.category ?? current.category,
      enrolledIn: given.enrolledIn ?? current.enrolledIn,
    };
    const problems = problemsOfPerson(values, today());
    if (problems.length > 0) return new Refusal(problems);
    const change = { ...values, ...(cityId !== undefined && { cityId }) };
    const changed = await changeBeneficiary(tx, key, expectedRevision, change);
    if (changed === null) return noSuch('id');
    return changed instanceof Conflict ? changed : new SavedBeneficiary(changed);
  });
}

async function erase(context: Context, { id, expectedRevision }: typeof EraseBeneficiaryInput.$inferInput) {
  const { viewer, restricted } = requireWriter(context);
  const key = keyOf('Beneficiary', id);
  if (key === null) return noSuch('id');
  return restricted.transact(viewer, async (tx) => {
    const current = await findBeneficiary(tx, key);
    if (current === null) return noSuch('id');
    if (expectedRevision != null && current.revision !== expectedRevision) {
      return new Conflict(current.revision);
    }
    return (await removeBeneficiary(tx, key)) ? new ErasedBeneficiary(key) : noSuch('id');
  });
}

builder.mutationFields((t) => ({
  enrolBeneficiary: t.field({
    type: EnrolBeneficiaryPayload,
    extensions: WRITING,
    description: 'Enrols a person or household in a project of the caller.',
    args: { input: t.arg({ type: EnrolBeneficiaryInput, required: true, description: 'Whom to enrol.' }) },
    resolve: async (_root, { input }, context) => {
      const enrolled = await enrol(context, input.project, [input.beneficiary], () => ['beneficiary']);
      if (enrolled instanceof Refusal) return enrolled;
      const [beneficiary] = enrolled;
      if (beneficiary === undefined) throw new Error('An enrolment was lost.');
      return new SavedBeneficiary(beneficiary);
    },
  }),
  enrolBeneficiaries: t.field({
    type: EnrolBeneficiariesPayload,
    extensions: WRITING,
    description: `Enrols up to ${MAX_ENROLMENTS} persons or households in a project of the caller, all or none.`,
    args: { input: t.arg({ type: EnrolBeneficiariesInput, required: true, description: 'Whom to enrol.' }) },
    resolve: async (_root, { input: { project, beneficiaries } }, context) => {
      requireWriter(context);
      if (beneficiaries.length < 1 || beneficiaries.length > MAX_ENROLMENTS) {
        return refuse(['beneficiaries'], `Expected 1 to ${MAX_ENROLMENTS}.`);
      }
      const enrolled = await enrol(context, project, beneficiaries, (index) => [
        'beneficiaries',
        String(index),
      ]);
      return enrolled instanceof Refusal ? enrolled : new SavedBeneficiaries(enrolled);
    },
  }),
  updateBeneficiary: t.field({
    type: UpdateBeneficiaryPayload,
    extensions: WRITING,
    description: 'Corrects what is kept of a beneficiary.',
    args: { input: t.arg({ type: UpdateBeneficiaryInput, required: true, description: 'What to change.' }) },
    resolve: (_root, { input }, context) => update(context, input),
  }),
  eraseBeneficiary: t.field({
    type: EraseBeneficiaryPayload,
    extensions: WRITING,
    description: 'Erases a beneficiary with all support, for ever.',
    args: { input: t.arg({ type: EraseBeneficiaryInput, required: true, description: 'Whom to erase.' }) },
    resolve: (_root, { input }, context) => erase(context, input),
  }),
}));
