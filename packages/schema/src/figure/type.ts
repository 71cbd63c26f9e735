import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { indicatorById } from '../indicator/store.ts';
import { IndicatorType } from '../indicator/type.ts';
import type { Locale } from '../locale/locale.ts';
import { localize } from '../locale/localize.ts';
import { localeArg, nullableLocalizedField } from '../locale/type.ts';
import { type MeasurementRow, periodOf, sourcesOfRevision } from '../measurement/store.ts';
import { Measurement, placeOf } from '../measurement/type.ts';
import { Place } from '../place/type.ts';
import { projectById } from '../project/store.ts';
import { Project } from '../project/type.ts';
import { periodLabel } from '../scalar/period.ts';
import { Period } from '../scalar/period-type.ts';
import { Qualifier } from '../scalar/qualified-count.ts';
import { Source } from '../source/type.ts';
import { formatCitation } from './citation.ts';
import { chooseTarget, progressOf } from './policy.ts';
import { aimsOf, type FigureRow } from './store.ts';

async function aimOf(
  figure: MeasurementRow,
  kind: 'TARGET' | 'BASELINE',
  context: Context,
): Promise<MeasurementRow | null> {
  const aims = (await aimsOf(context, figure)).filter((aim) => aim.kind === kind);
  const stated = (row: MeasurementRow) => ({ ...row, period: periodOf(row), row });
  if (kind === 'TARGET') return chooseTarget(stated(figure), aims.map(stated))?.row ?? null;
  // Several baselines are several beginnings; the last is the one that the figure goes on from.
  return aims.at(-1) ?? null;
}

async function citationOf(figure: MeasurementRow, locale: Locale, context: Context): Promise<string> {
  const [project, indicator, place, sources] = await Promise.all([
    projectById.required(context, figure.projectId),
    indicatorById.required(context, figure.indicatorId),
    placeOf(figure, context),
    sourcesOfRevision(context, figure),
  ]);
  return formatCitation(
    {
      project: localize(project.title, locale),
      place: 'name' in place ? localize(place.name, locale) : null,
      indicator: localize(indicator.name, locale),
      period: periodLabel(periodOf(figure), locale),
      value: figure.value,
      qualifier: figure.qualifier,
      sources,
      revision: figure.revision,
      dataVersion: figure.edition.version,
      asOf: figure.edition.asOf,
    },
    locale,
  );
}

/** What a website shows: a value with all that is needed to read it rightly. */
export const Figure = builder.objectRef<FigureRow>('Figure').implement({
  extensions: { scope: 'PUBLIC' },
  description:
    'What was reached: an indicator’s current actual value for a project, a place and a period, with all that is needed to read it rightly.',
  fields: (t) => ({
    indicator: t.field({
      type: IndicatorType,
      description: 'What is measured.',
      resolve: ({ indicatorId, indicator }, _args, context, info) =>
        indicator ?? indicatorById.required(context, indicatorId, info),
    }),
    project: t.field({
      type: Project,
      description: 'The project.',
      resolve: ({ projectId }, _args, context, info) => projectById.required(context, projectId, info),
    }),
    value: t.expose('value', { type: 'Decimal', description: 'The value, in the unit of the indicator.' }),
    qualifier: t.field({
      type: Qualifier,
      description: 'How exact the value is.',
      resolve: ({ qualifier }) => qualifier,
    }),
    period: t.field({
      type: Period,
      description: 'The reporting period that it is for. May be open; see `isOpen`.',
      resolve: periodOf,
    }),
    place: t.field({
      type: Place,
      description:
        'The whole project, or the district or city that it is for. Do not add values of different levels.',
      resolve: (figure, _args, context, info) => {
        const { cityCode, districtCode, projectId } = figure;
        if (cityCode === undefined) return placeOf(figure, context, info);
        if (cityCode !== null) return { placeType: 'City' as const, code: cityCode };
        if (districtCode != null) return { placeType: 'District' as const, code: districtCode };
        return projectById.required(context, projectId, info);
      },
    }),
    target: t.field({
      type: Measurement,
      nullable: true,
      description:
        'What it is held against: the target for the same period, else the tightest one around it; null when none is published.',
      resolve: (figure, _args, context) => aimOf(figure, 'TARGET', context),
    }),
    baseline: t.field({
      type: Measurement,
      nullable: true,
      description: 'How things stood before; null when no baseline is published.',
      resolve: (figure, _args, context) => aimOf(figure, 'BASELINE', context),
    }),
    progress: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        'Share of the way from the baseline (else from zero) to the target: 0.55 is 55 %. Computed from the stated numbers whatever their qualifiers; null without a target.',
      resolve: async (figure, _args, context) => {
        const [indicator, target, baseline] = await Promise.all([
          indicatorById.required(context, figure.indicatorId),
          aimOf(figure, 'TARGET', context),
          aimOf(figure, 'BASELINE', context),
        ]);
        return target && progressOf(figure.value, target.value, baseline?.value ?? null, indicator.direction);
      },
    }),
    sources: t.field({
      type: [Source],
      description: 'Where it was read. At least one.',
      resolve: (figure, _args, context, info) => sourcesOfRevision(context, figure, info),
    }),
    note: nullableLocalizedField(t, 'What the source adds.', ({ note }) => note),
    asOf: t.field({
      type: 'DateTime',
      description:
        'The instant that the answer holds for. Asking again with it as `asOf` gives the same values, qualifiers, periods, notes and choice of sources for ever; names and titles are those of today.',
      resolve: ({ edition }) => edition.asOf,
    }),
    dataVersion: t.int({
      description: 'Version of the published data at that instant.',
      resolve: ({ edition }) => edition.version,
    }),
    revision: t.exposeInt('revision', {
      description: 'Number of the revision. A corrected figure has a higher one.',
    }),
    recordedAt: t.expose('recordedAt', {
      type: 'DateTime',
      description: 'From when on this revision stood.',
    }),
    measurement: t.field({
      type: Measurement,
      description: 'The measurement behind it, with its history.',
      resolve: (figure) => figure,
    }),
    citation: t.string({
      description:
        'Ready to be printed: figure, place, period, sources, revision and state of the data. Names and titles in it are those of today.',
      args: { locale: localeArg() },
      resolve: (figure, { locale }, context) => citationOf(figure, locale ?? context.locale, context),
    }),
  }),
});
