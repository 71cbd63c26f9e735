import { builder } from '../builder.ts';
import { ApiError, badUserInput, quote } from '../error.ts';
import type { AdditiveDimension } from '../indicator/additivity.ts';
import { type IndicatorRow, indicatorByCode } from '../indicator/store.ts';
import { AdditiveDimensionType, IndicatorType } from '../indicator/type.ts';
import { type MeasurementRow, periodOf } from '../measurement/store.ts';
import { Measurement } from '../measurement/type.ts';
import { Project } from '../project/type.ts';
import { Qualifier } from '../scalar/qualified-count.ts';
import { addParts } from './policy.ts';
import { figuresDuring } from './store.ts';
import { readParts } from './sum-store.ts';

type FigureSumShape = {
  readonly indicator: IndicatorRow;
  readonly over: AdditiveDimension;
  readonly value: string;
  readonly qualifier: typeof Qualifier.$inferType;
  readonly parts: readonly MeasurementRow[];
};

const FigureSum = builder.objectRef<FigureSumShape>('FigureSum').implement({
  extensions: { scope: 'PUBLIC' },
  description:
    'A sum of published values, with the values that it is made of. Places or periods without a published value are not in it.',
  fields: (t) => ({
    indicator: t.field({
      type: IndicatorType,
      description: 'What is measured.',
      resolve: ({ indicator }) => indicator,
    }),
    over: t.field({
      type: AdditiveDimensionType,
      description: 'Along which dimension was added.',
      resolve: ({ over }) => over,
    }),
    value: t.expose('value', { type: 'Decimal', description: 'The sum, in the unit of the indicator.' }),
    qualifier: t.field({
      type: Qualifier,
      description: 'How exact it is: as inexact as its least exact part.',
      resolve: ({ qualifier }) => qualifier,
    }),
    parts: t.field({
      type: [Measurement],
      description: 'What was added.',
      resolve: ({ parts }) => [...parts],
    }),
  }),
});

builder.objectField(Project, 'sum', (t) =>
  t.field({
    type: FigureSum,
    nullable: true,
    description:
      'Published actual values added up, where the indicator allows it; the error NOT_ADDITIVE says why where it does not. Null when no value is published: that is not zero.',
    args: {
      indicator: t.arg.string({ required: true, description: 'Code of the indicator.' }),
      over: t.arg({
        type: AdditiveDimensionType,
        required: true,
        description:
          'PLACE adds cities, PERIOD adds periods of the whole project, DISAGGREGATION adds the categories of one dimension.',
      }),
      during: t.arg({
        type: 'PartialDate',
        description: 'Only values whose period lies wholly within this year, month or day.',
      }),
      asOf: t.arg({
        type: 'DateTime',
        description: 'Adds the values as published at this instant, for ever the same. Not in the future.',
      }),
    },
    resolve: async (project, args, context) => {
      const indicator = await indicatorByCode(context, args.indicator);
      if (!indicator) {
        throw badUserInput(
          `There is no indicator ${quote(args.indicator)}. Expected a code that "indicators" tells.`,
        );
      }
      const ids = { projectId: project.id, indicatorId: indicator.id };
      const parts = figuresDuring(
        await readParts(context, ids, args.over, args.asOf ?? null),
        args.during ?? null,
      );
      const stated = parts.map((part) => ({ ...part, period: periodOf(part) }));
      const outcome = addParts(indicator.code, indicator.additiveOver, args.over, stated);
      if ('refusal' in outcome) throw new ApiError('NOT_ADDITIVE', outcome.refusal);
      if (parts.length === 0) return null;
      return { indicator, over: args.over, value: outcome.sum, qualifier: outcome.qualifier, parts };
    },
  }),
);
