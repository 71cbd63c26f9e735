import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { Conflict, Refusal } from '../refusal/refusal.ts';
import { refuseUnknownWriter, requireWriter } from '../refusal/require-writer.ts';
import { organizationIdOf } from './enrolling.ts';
import { EndSupportInput, RecordSupportInput } from './input-type.ts';
import { keyOf } from './key.ts';
import { noSuch } from './mutation.ts';
import { EndSupportPayload, RecordSupportPayload, SavedSupport } from './payload-type.ts';
import { isOwnOrganization, problemsOfDays } from './policy.ts';
import { findBeneficiary } from './store.ts';
import { addSupport, closeSupport, findSupport } from './support-store.ts';

const WRITING = { scope: 'PARTNER', absent: refuseUnknownWriter } as const;

async function record(context: Context, input: typeof RecordSupportInput.$inferInput) {
  const { viewer, restricted } = requireWriter(context);
  const beneficiaryId = keyOf('Beneficiary', input.beneficiary);
  const organizationId = await organizationIdOf(context, viewer, input.organization);
  const problems = [...problemsOfDays(input.startsOn, input.endsOn ?? null)];
  if (!isOwnOrganization(viewer, organizationId)) {
    problems.push({
      path: ['organization'],
      message: 'There is no organization of this code among yours.',
    });
  }
  if (beneficiaryId === null) return noSuch('beneficiary');
  if (problems.length > 0 || organizationId === undefined) return new Refusal(problems);
  const { component: componentCode, type, startsOn, endsOn = null } = input;
  return restricted.transact(viewer, async (tx) => {
    if ((await findBeneficiary(tx, beneficiaryId)) === null) return noSuch('beneficiary');
    const added = { beneficiaryId, componentCode, type, startsOn, endsOn, organizationId };
    return new SavedSupport(await addSupport(tx, added));
  });
}

async function end(context: Context, { id, expectedRevision, endsOn }: typeof EndSupportInput.$inferInput) {
  const { viewer, restricted } = requireWriter(context);
  const key = keyOf('Support', id);
  if (key === null) return noSuch('id');
  return restricted.transact(viewer, async (tx) => {
    const current = await findSupport(tx, key);
    if (current === null) return noSuch('id');
    if (current.revision !== expectedRevision) return new Conflict(current.revision);
    const problems = problemsOfDays(current.startsOn, endsOn);
    if (problems.length > 0) return new Refusal(problems);
    const changed = await closeSupport(tx, key, expectedRevision, endsOn);
    if (changed === null) return noSuch('id');
    return changed instanceof Conflict ? changed : new SavedSupport(changed);
  });
}

builder.mutationFields((t) => ({
  recordSupport: t.field({
    type: RecordSupportPayload,
    extensions: WRITING,
    description: 'Notes what a beneficiary receives.',
    args: {
      input: t.arg({ type: RecordSupportInput, required: true, description: 'Who receives what.' }),
    },
    resolve: (_root, { input }, context) => record(context, input),
  }),
  endSupport: t.field({
    type: EndSupportPayload,
    extensions: WRITING,
    description: 'Notes when some support ended.',
    args: { input: t.arg({ type: EndSupportInput, required: true, description: 'What ended, and when.' }) },
    resolve: (_root, { input }, context) => end(context, input),
  }),
}));
