import { builder } from '../builder.ts';
import type { Asked } from '../columns.ts';
import type { Context } from '../context.ts';
import { indicatorById } from '../indicator/store.ts';
import { IndicatorType } from '../indicator/type.ts';
import { nullableLocalizedField } from '../locale/type.ts';
import { type CityRow, cityById, type DistrictRow, districtById } from '../place/store.ts';
import { Place } from '../place/type.ts';
import { type ProjectRow, projectById } from '../project/store.ts';
import { Project } from '../project/type.ts';
import { Period } from '../scalar/period-type.ts';
import { Qualifier } from '../scalar/qualified-count.ts';
import { Source } from '../source/type.ts';
import { isTold, seesPreliminary } from './policy.ts';
import { allRevisionsOf, seenMeasurementByKey } from './preliminary-store.ts';
import {
  type MeasurementRow,
  measurementByKey,
  periodOf,
  type RevisionRow,
  revisionsOf,
  sourcesOfRevision,
} from './store.ts';

/** What a value says. */
export const MeasurementKind = builder.enumType('MeasurementKind', {
  description: 'What a value says.',
  values: {
    BASELINE: { description: 'How things stood before.' },
    TARGET: { description: 'What is aimed at.' },
    ACTUAL: { description: 'What was reached.' },
  } as const,
});

const MeasurementStatus = builder.enumType('MeasurementStatus', {
  description: 'How far a value may be relied on.',
  values: {
    PRELIMINARY: { description: 'Not yet published; it may still change.' },
    PUBLISHED: { description: 'Published by the project.' },
    WITHDRAWN: { description: 'Published once, and taken back.' },
  } as const,
});

const DisaggregationCategory = builder
  .objectRef<{ readonly dimension: string; readonly category: string }>('DisaggregationCategory')
  .implement({
    extensions: { scope: 'PUBLIC' },
    description: 'One category that a value is for, such as sex: female.',
    fields: (t) => ({
      dimension: t.exposeString('dimension', { description: 'Such as sex.' }),
      category: t.exposeString('category', { description: 'Such as female.' }),
    }),
  });

const MeasurementRevision = builder.objectRef<RevisionRow>('MeasurementRevision').implement({
  extensions: { scope: 'PUBLIC' },
  description:
    'A value of a measurement as it stood from one instant on. No revision is ever changed or removed.',
  fields: (t) => ({
    revision: t.exposeInt('revision', {
      description: 'Number, from 1. Revisions that were never public leave gaps.',
    }),
    value: t.expose('value', { type: 'Decimal', description: 'The value.' }),
    qualifier: t.field({
      type: Qualifier,
      description: 'How exact the value is.',
      resolve: ({ qualifier }) => qualifier,
    }),
    status: t.field({
      type: MeasurementStatus,
      description: 'How far it may be relied on.',
      resolve: ({ status }) => status,
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'From when on it stood.' }),
    note: nullableLocalizedField(t, 'What the source adds.', ({ note }) => note),
    sources: t.field({
      type: [Source],
      description: 'Where it was read.',
      resolve: (row, _args, context, info) => sourcesOfRevision(context, row, info),
    }),
  }),
});

/** The place that a measurement is for. */
export function placeOf(
  { cityId, districtId, projectId }: MeasurementRow,
  context: Context,
  info?: Asked,
): Promise<CityRow | DistrictRow | ProjectRow> {
  if (cityId !== null) return cityById.required(context, cityId, info);
  if (districtId !== null) return districtById.required(context, districtId, info);
  return projectById.required(context, projectId, info);
}

/** A value of an indicator. */
export const Measurement = builder.objectRef<MeasurementRow>('Measurement');

builder.node(Measurement, {
  extensions: { scope: 'PUBLIC' },
  description: 'A value of an indicator: its baseline, its target, or what was reached.',
  id: { resolve: ({ key }) => key },
  loadMany: (keys, context) => {
    const load = seesPreliminary(context.viewer) ? seenMeasurementByKey : measurementByKey;
    return Promise.all(keys.map(async (key) => (await load(context, key)) ?? null));
  },
  fields: (t) => ({
    indicator: t.field({
      type: IndicatorType,
      description: 'What is measured.',
      resolve: ({ indicatorId }, _args, context, info) => indicatorById.required(context, indicatorId, info),
    }),
    project: t.field({
      type: Project,
      description: 'The project.',
      resolve: ({ projectId }, _args, context, info) => projectById.required(context, projectId, info),
    }),
    kind: t.field({
      type: MeasurementKind,
      description: 'What the value says.',
      resolve: ({ kind }) => kind,
    }),
    value: t.expose('value', { type: 'Decimal', description: 'The value, in the unit of the indicator.' }),
    qualifier: t.field({
      type: Qualifier,
      description: 'How exact the value is.',
      resolve: ({ qualifier }) => qualifier,
    }),
    period: t.field({ type: Period, description: 'The reporting period that it is for.', resolve: periodOf }),
    place: t.field({
      type: Place,
      description: 'The whole project, or the district or city that it is for.',
      resolve: (row, _args, context, info) => placeOf(row, context, info),
    }),
    disaggregation: t.field({
      type: [DisaggregationCategory],
      description: 'The categories that it is for; empty for the total.',
      resolve: ({ disaggregation }) =>
        Object.entries(disaggregation).map(([dimension, category]) => ({ dimension, category })),
    }),
    status: t.field({
      type: MeasurementStatus,
      description: 'How far it may be relied on.',
      resolve: ({ status }) => status,
    }),
    revision: t.exposeInt('revision', {
      description: 'Number of the revision told here. A correction is a new one.',
    }),
    recordedAt: t.expose('recordedAt', {
      type: 'DateTime',
      description: 'From when on this revision stood.',
    }),
    note: nullableLocalizedField(t, 'What the source adds.', ({ note }) => note),
    sources: t.field({
      type: [Source],
      description: 'Where it was read. At least one.',
      resolve: (row, _args, context, info) => sourcesOfRevision(context, row, info),
    }),
    revisions: t.field({
      type: [MeasurementRevision],
      description:
        'Every revision that was public by the instant that the answer is for, oldest first. Members see those that never were as well.',
      resolve: async ({ id, edition }, _args, context) => {
        // A record that was read for the public, as of a figure, is told as to the public.
        const load = edition.preliminary === undefined ? revisionsOf : allRevisionsOf;
        return (await load(context, id)).filter((revision) => isTold(revision, edition));
      },
    }),
  }),
});
