import { builder } from '../builder.ts';
import type { Asked } from '../columns.ts';
import type { Context } from '../context.ts';
import { requireListSize } from '../paging/page-size.ts';
import { City, District } from '../place/type.ts';
import { ComponentCode } from '../project/component-type.ts';
import { Project } from '../project/type.ts';
import { IS_CODE, parseCode } from '../scalar/code.ts';
import { type FigureScope, figuresDuring, figuresOf } from './store.ts';
import { Figure } from './type.ts';

/** Arguments that every list of figures takes. */
const figureArgs = builder.args((t) => ({
  during: t.field({
    type: 'PartialDate',
    description:
      'Only figures whose period lies wholly within this year, month or day. A period with an open end never does.',
  }),
  component: t.field({ type: ComponentCode, description: 'Only figures of this component.' }),
  indicators: t.stringList({
    extensions: IS_CODE,
    description: 'Only figures of the indicators with these codes, at most 100.',
  }),
  asOf: t.field({
    type: 'DateTime',
    description:
      'Values, qualifiers, periods, notes and choice of sources as published at this instant, for ever the same; names and titles are those of today. Not in the future.',
  }),
}));

type FigureArgs = {
  readonly during?: string | null | undefined;
  readonly component?: typeof ComponentCode.$inferType | null | undefined;
  readonly indicators?: readonly string[] | null | undefined;
  readonly asOf?: Date | null | undefined;
  readonly project?: string | null | undefined;
};

async function resolveFigures(scope: FigureScope, args: FigureArgs, context: Context, info: Asked) {
  if (args.indicators) requireListSize('indicators', args.indicators.length);
  const query = {
    scope,
    project: parseCode('project', args.project),
    component: args.component ?? null,
    indicators: args.indicators?.map((code) => parseCode('indicators', code) ?? '') ?? null,
    during: args.during ?? null,
    asOf: args.asOf ?? null,
  };
  const figures = await figuresOf(context, query, info);
  return figuresDuring(figures, args.during ?? null);
}

/** What limits on operations reckon with: more figures than other lists hold, though fewer than are refused. */
const EXPECTED_SIZE = { listSize: 100 };

const DESCRIPTION = 'What was reached, by component, indicator, place and period.';

builder.objectField(Project, 'figures', (t) =>
  t.field({
    type: [Figure],
    extensions: EXPECTED_SIZE,
    description: `${DESCRIPTION} Of the whole project and of its places; \`place\` tells which.`,
    args: figureArgs,
    resolve: ({ id }, args, context, info) =>
      resolveFigures({ column: 'projectId', id }, args, context, info),
  }),
);

builder.objectField(District, 'figures', (t) =>
  t.field({
    type: [Figure],
    extensions: EXPECTED_SIZE,
    description: `${DESCRIPTION} Of the district as a whole, not of its cities.`,
    args: {
      ...figureArgs,
      project: t.arg.string({
        extensions: IS_CODE,
        description: 'Only figures of the project with this code.',
      }),
    },
    resolve: ({ id }, args, context, info) =>
      resolveFigures({ column: 'districtId', id }, args, context, info),
  }),
);

builder.objectField(City, 'figures', (t) =>
  t.field({
    type: [Figure],
    extensions: EXPECTED_SIZE,
    description: `${DESCRIPTION} Of the city.`,
    args: {
      ...figureArgs,
      project: t.arg.string({
        extensions: IS_CODE,
        description: 'Only figures of the project with this code.',
      }),
    },
    resolve: ({ id }, args, context, info) => resolveFigures({ column: 'cityId', id }, args, context, info),
  }),
);
