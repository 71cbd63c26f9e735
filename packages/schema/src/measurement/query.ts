import { builder } from '../builder.ts';
import { resolveKeyset } from '../paging/keyset.ts';
import { ComponentCode } from '../project/component-type.ts';
import { editionOf } from '../publication/store.ts';
import { IS_CODE, parseCode } from '../scalar/code.ts';
import { seesPreliminary, withPreliminary } from './policy.ts';
import { countSeenMeasurements, listSeenMeasurements } from './preliminary-store.ts';
import { countMeasurements, listMeasurements, type MeasurementRow } from './store.ts';
import { Measurement, MeasurementKind } from './type.ts';

const MeasurementFilter = builder.inputType('MeasurementFilter', {
  description: 'What to narrow the list of measurements by. All that is given must hold.',
  fields: (t) => ({
    project: t.string({ extensions: IS_CODE, description: 'Code of the project.' }),
    indicator: t.string({ extensions: IS_CODE, description: 'Code of the indicator.' }),
    component: t.field({ type: ComponentCode, description: 'Component of the indicator.' }),
    kind: t.field({ type: MeasurementKind, description: 'What the value says.' }),
    district: t.string({ extensions: IS_CODE, description: 'Code of the district that the value is for.' }),
    city: t.string({ extensions: IS_CODE, description: 'Code of the city that the value is for.' }),
  }),
});

builder.queryField('measurements', (t) =>
  t.connection(
    {
      extensions: { scope: 'PUBLIC' },
      type: Measurement,
      description:
        'Published measurements, by project, indicator, kind, place and period. Members see preliminary values as well; `status` tells.',
      args: {
        filter: t.arg({ type: MeasurementFilter, description: 'Narrows the list.' }),
        asOf: t.arg({
          type: 'DateTime',
          description:
            'Values, qualifiers, periods, notes and choice of sources as published at this instant, for ever the same; names and titles are those of today. Not in the future.',
        }),
      },
      resolve: async (_root, { filter: given, asOf, ...args }, context) => {
        const filter = {
          project: parseCode('filter.project', given?.project),
          indicator: parseCode('filter.indicator', given?.indicator),
          component: given?.component ?? null,
          kind: given?.kind ?? null,
          district: parseCode('filter.district', given?.district),
          city: parseCode('filter.city', given?.city),
        };
        const edition = await editionOf(context, asOf);
        const list = { name: 'measurements', keyOf: ({ key }: MeasurementRow) => key };
        if (seesPreliminary(context.viewer)) {
          const seen = withPreliminary(edition, asOf ?? null);
          return resolveKeyset(args, {
            ...list,
            read: (window) => listSeenMeasurements(context, filter, seen, window),
            count: () => countSeenMeasurements(context, filter, seen),
          });
        }
        return resolveKeyset(args, {
          ...list,
          read: (window) => listMeasurements(context, filter, edition, window),
          count: () => countMeasurements(context, filter, edition),
        });
      },
    },
    { extensions: { scope: 'PUBLIC' }, description: 'A page of measurements.' },
    { extensions: { scope: 'PUBLIC' }, description: 'A measurement with its cursor.' },
  ),
);
