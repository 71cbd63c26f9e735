import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { Refusal, refuse } from '../refusal/refusal.ts';
import { refuseUnknownWriter, requireWriter } from '../refusal/require-writer.ts';
import { InputRefused } from '../refusal/type.ts';
import { createRelease, type ReleaseRequest } from './release-store.ts';
import type { ReleaseRow } from './store.ts';
import { StatisticsRelease } from './type.ts';

type Frozen = { readonly release: ReleaseRow };

const StatisticsFrozen = builder.objectRef<Frozen>('StatisticsFrozen').implement({
  extensions: { scope: 'STEWARD' },
  description: 'The counts are computed, protected and published.',
  fields: (t) => ({
    release: t.field({
      type: StatisticsRelease,
      description: 'The new release.',
      resolve: ({ release }) => release,
    }),
  }),
});

const FreezeStatisticsPayload = builder.unionType('FreezeStatisticsPayload', {
  description: 'What came of freezing statistics.',
  types: [StatisticsFrozen, InputRefused],
  resolveType: (value) => (value instanceof Refusal ? InputRefused : StatisticsFrozen),
});

const FreezeStatisticsInput = builder.inputType('FreezeStatisticsInput', {
  description: 'Which people to count.',
  fields: (t) => ({
    project: t.string({ required: true, description: 'Code of a project of yours.' }),
    period: t.field({
      type: 'PartialDate',
      required: true,
      description: 'A whole year, such as 2025: whoever was enrolled or supported in it is counted.',
    }),
  }),
});

async function freeze(context: Context, request: ReleaseRequest): Promise<Frozen | Refusal> {
  const { viewer, restricted } = requireWriter(context);
  const outcome = await createRelease(restricted, viewer, request);
  return 'refused' in outcome ? refuse([outcome.refused.path], outcome.refused.message) : outcome;
}

builder.mutationFields((t) => ({
  freezeStatistics: t.field({
    type: FreezeStatisticsPayload,
    extensions: { scope: 'STEWARD', absent: refuseUnknownWriter },
    description:
      'For stewards: counts the people of a project and a year, protects the counts, and publishes them as the next release, for good.',
    args: { input: t.arg({ type: FreezeStatisticsInput, required: true, description: 'Which people.' }) },
    resolve: (_root, { input }, context) => freeze(context, input),
  }),
}));
