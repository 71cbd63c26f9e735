import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { decodeGlobalId } from '../paging/global-id.ts';
import { Conflict, Refusal, refuse } from '../refusal/refusal.ts';
import { refuseUnknownWriter, requireWriter } from '../refusal/require-writer.ts';
import { InputRefused, RevisionConflict } from '../refusal/type.ts';
import { addRevision } from './revision-store.ts';

type Revised = { readonly id: string; readonly revision: number };
type Input = { readonly id: string | number; readonly expectedRevision: number };

const MeasurementPublished = builder.objectRef<Revised>('MeasurementPublished').implement({
  extensions: { scope: 'STEWARD' },
  description: 'The value is public from now on.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Global id of the measurement.' }),
    revision: t.exposeInt('revision', { description: 'Number of the revision that publishes it.' }),
  }),
});

const MeasurementWithdrawn = builder.objectRef<Revised>('MeasurementWithdrawn').implement({
  extensions: { scope: 'STEWARD' },
  description: 'The value is no longer public. What it was stays readable as of earlier instants.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Global id of the measurement.' }),
    revision: t.exposeInt('revision', { description: 'Number of the revision that withdraws it.' }),
  }),
});

const PublishMeasurementPayload = builder.unionType('PublishMeasurementPayload', {
  description: 'What came of publishing a value.',
  types: [MeasurementPublished, InputRefused, RevisionConflict],
  resolveType: (value) => typeOfRefusal(value) ?? MeasurementPublished,
});

const WithdrawMeasurementPayload = builder.unionType('WithdrawMeasurementPayload', {
  description: 'What came of withdrawing a value.',
  types: [MeasurementWithdrawn, InputRefused, RevisionConflict],
  resolveType: (value) => typeOfRefusal(value) ?? MeasurementWithdrawn,
});

function typeOfRefusal(value: unknown) {
  if (value instanceof Refusal) return InputRefused;
  return value instanceof Conflict ? RevisionConflict : undefined;
}

const EXPECTED =
  'The number of its newest revision, as it was read. When another came in between, nothing is done.';

const PublishMeasurementInput = builder.inputType('PublishMeasurementInput', {
  description: 'Which preliminary value is to be public.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id of the measurement.' }),
    expectedRevision: t.int({ required: true, description: EXPECTED }),
  }),
});

const WithdrawMeasurementInput = builder.inputType('WithdrawMeasurementInput', {
  description: 'Which public value is to be taken back.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id of the measurement.' }),
    expectedRevision: t.int({ required: true, description: EXPECTED }),
  }),
});

async function revise(context: Context, input: Input, status: 'PUBLISHED' | 'WITHDRAWN') {
  const { viewer, restricted } = requireWriter(context);
  const id = String(input.id);
  const { typename, id: key } = decodeGlobalId(id);
  const absent = () => refuse(['id'], 'There is no such measurement in your projects.');
  if (typename !== 'Measurement') return absent();
  const { outcome, newest } = await addRevision(restricted, viewer, {
    key,
    expected: input.expectedRevision,
    status,
  });
  if (outcome === 'ADDED' && newest !== null) return { id, revision: newest };
  if (outcome === 'CHANGED' && newest !== null) return new Conflict(newest);
  if (outcome !== 'NOTHING') return absent();
  return refuse(
    ['id'],
    status === 'PUBLISHED'
      ? 'Its newest revision is not preliminary: there is nothing to publish.'
      : 'It is not public: there is nothing to withdraw.',
  );
}

builder.mutationFields((t) => ({
  publishMeasurement: t.field({
    extensions: { scope: 'STEWARD', absent: refuseUnknownWriter },
    type: PublishMeasurementPayload,
    description: 'For stewards: publishes the preliminary value of a measurement, as a further revision.',
    args: { input: t.arg({ type: PublishMeasurementInput, required: true, description: 'Which value.' }) },
    resolve: (_root, { input }, context) => revise(context, input, 'PUBLISHED'),
  }),
  withdrawMeasurement: t.field({
    extensions: { scope: 'STEWARD', absent: refuseUnknownWriter },
    type: WithdrawMeasurementPayload,
    description: 'For stewards: takes back the public value of a measurement, by a further revision.',
    args: { input: t.arg({ type: WithdrawMeasurementInput, required: true, description: 'Which value.' }) },
    resolve: (_root, { input }, context) => revise(context, input, 'WITHDRAWN'),
  }),
}));
