import { builder } from '../builder.ts';
import { localizedField, localizedListField, nullableLocalizedField } from '../locale/type.ts';
import { Network } from '../organization/type.ts';
import { cityById } from '../place/store.ts';
import { City, Place } from '../place/type.ts';
import { Component } from '../project/component-type.ts';
import { componentByCode, projectById } from '../project/store.ts';
import { Project } from '../project/type.ts';
import { QualifiedCount } from '../scalar/qualified-count.ts';
import { Source } from '../source/type.ts';
import {
  type ActivityRow,
  activityByCode,
  activityById,
  networksOfActivity,
  originsOfActivity,
  partsOfActivity,
  sourcesOfActivity,
} from './store.ts';

/** What kind of thing an activity is. */
export const ActivityType = builder.enumType('ActivityType', {
  description: 'What kind of thing an activity is.',
  values: {
    STUDY_VISIT: { description: 'Visit to learn from others’ practice.' },
    ROUND_TABLE: { description: 'Discussion among invited parties.' },
    SEMINAR: { description: 'Teaching and discussion for professionals.' },
    TRAINING: { description: 'Teaching of skills.' },
    WORKSHOP: { description: 'Working together in a group.' },
    COUNSELLING: { description: 'Advice and support to persons.' },
    PUBLIC_EVENT: { description: 'Open to everybody.' },
    OPEN_CALL: { description: 'Public call for applications; see `OpenCall` for its days.' },
  } as const,
});

/** Something that a project did. */
export const Activity = builder.objectRef<ActivityRow>('Activity');

builder.node(Activity, {
  extensions: { scope: 'PUBLIC' },
  description: 'Something that a project did or does.',
  id: { resolve: ({ code }) => code },
  loadMany: (codes, context) =>
    Promise.all(codes.map(async (code) => (await activityByCode(context, code)) ?? null)),
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Stable, readable key.' }),
    project: t.field({
      type: Project,
      description: 'The project.',
      resolve: ({ projectId }, _args, context, info) => projectById.required(context, projectId, info),
    }),
    type: t.field({
      type: ActivityType,
      description: 'What kind of thing it is.',
      resolve: ({ type }) => type,
    }),
    component: t.field({
      type: Component,
      nullable: true,
      description: 'The component that it belongs to.',
      resolve: ({ componentCode }, _args, context) =>
        componentCode === null ? null : componentByCode(context, componentCode),
    }),
    title: localizedField(t, 'What it is called.', ({ title }) => title),
    topics: localizedListField(t, 'What it was about.', ({ topics }) => topics),
    place: t.field({
      type: Place,
      nullable: true,
      description: 'Where it took place; null where no source names one place.',
      resolve: ({ cityId }, _args, context, info) =>
        cityId === null ? null : cityById(context, cityId, info),
    }),
    venue: nullableLocalizedField(t, 'The house or hall.', ({ venue }) => venue),
    heldOn: t.expose('heldOn', {
      type: 'PartialDate',
      nullable: true,
      description: 'When it took place, as precise as a source says; null where none does.',
    }),
    durationDays: t.exposeInt('durationDays', { nullable: true, description: 'How long it took, in days.' }),
    isOngoing: t.exposeBoolean('isOngoing', {
      description: 'Whether it went on when the source was written.',
    }),
    partOf: t.field({
      type: Activity,
      nullable: true,
      description: 'The larger activity that it was part of.',
      resolve: ({ partOfId }, _args, context) => (partOfId === null ? null : activityById(context, partOfId)),
    }),
    parts: t.field({
      type: [Activity],
      description: 'Its parts, by code.',
      resolve: ({ id }, _args, context) => partsOfActivity(context, id),
    }),
    followedBy: nullableLocalizedField(t, 'What came after it.', ({ followedBy }) => followedBy),
    participantsFrom: t.field({
      type: [City],
      description: 'Cities that its participants came from, in the order of the source.',
      resolve: ({ id }, _args, context) => originsOfActivity(context, id),
    }),
    participantsCount: t.field({
      type: QualifiedCount,
      nullable: true,
      description: 'How many took part; null where no source says.',
      resolve: ({ participantsCount: value, participantsCountQualifier: qualifier }) =>
        value === null || qualifier === null ? null : { value, qualifier },
    }),
    networks: t.field({
      type: [Network],
      description: 'Networks that were represented, by code.',
      resolve: ({ id }, _args, context) => networksOfActivity(context, id),
    }),
    sources: t.field({
      type: [Source],
      description: 'Where this was read.',
      resolve: ({ id }, _args, context, info) => sourcesOfActivity(context, id, info),
    }),
  }),
});
