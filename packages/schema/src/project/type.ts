import { builder } from '../builder.ts';
import { localizedField, localizedListField, nullableLocalizedField } from '../locale/type.ts';
import { City, District, Place } from '../place/type.ts';
import { Source } from '../source/type.ts';
import { ProjectComponent } from './component-type.ts';
import { Budget, Participation } from './participation-type.ts';
import {
  budgetsOfProject,
  citiesOfProject,
  componentsOfProject,
  dateSourcesOfProject,
  districtsOfProject,
  participationsOfProject,
} from './relation-store.ts';
import { type ProjectRow, projectByCode } from './store.ts';

const ProjectStatus = builder.enumType('ProjectStatus', {
  description: 'How far a project is.',
  values: {
    PLANNED: { description: 'It has not begun.' },
    ONGOING: { description: 'It is under way.' },
    COMPLETED: { description: 'It has ended.' },
  } as const,
});

/** A project. */
export const Project = builder.objectRef<ProjectRow>('Project');

builder.node(Project, {
  extensions: { scope: 'PUBLIC' },
  description: 'A development project.',
  interfaces: [Place],
  id: { resolve: ({ code }) => code },
  loadMany: (codes, context) =>
    Promise.all(codes.map(async (code) => (await projectByCode(context, code)) ?? null)),
  fields: (t) => ({
    title: localizedField(t, 'Full title.', ({ title }) => title),
    startsOn: t.expose('startsOn', {
      type: 'PartialDate',
      nullable: true,
      description: 'When it began; null where no source says so.',
    }),
    endsOn: t.expose('endsOn', {
      type: 'PartialDate',
      nullable: true,
      description: 'When it ends or ended; null where no source says so.',
    }),
    startsOnNote: nullableLocalizedField(
      t,
      'What is to be known of `startsOn`.',
      ({ startsOnNote }) => startsOnNote,
    ),
    endsOnNote: nullableLocalizedField(t, 'What is to be known of `endsOn`.', ({ endsOnNote }) => endsOnNote),
    citiesNote: nullableLocalizedField(t, 'What is to be known of `cities`.', ({ citiesNote }) => citiesNote),
    status: t.field({
      type: ProjectStatus,
      nullable: true,
      description: 'How far it is, as the project states it; null where it states nothing.',
      resolve: ({ status }) => status,
    }),
    dateSources: t.field({
      type: [Source],
      description: 'Where its start and end were read.',
      resolve: ({ id }, _args, context) => dateSourcesOfProject(context, id),
    }),
    isSynthetic: t.exposeBoolean('isSynthetic', {
      description: 'Whether it was made up by a program for trying things out.',
    }),
    targetGroups: localizedListField(t, 'Whom it is for.', ({ targetGroups }) => targetGroups),
    components: t.field({
      type: [ProjectComponent],
      description: 'What it does, by component.',
      resolve: ({ id }, _args, context) => componentsOfProject(context, id),
    }),
    districts: t.field({
      type: [District],
      description: 'The districts that it works in, by code.',
      resolve: ({ id }, _args, context, info) => districtsOfProject(context, id, info),
    }),
    cities: t.field({
      type: [City],
      description: 'Its partner cities, by code. A city that took part in an event is not thereby one.',
      resolve: ({ id }, _args, context, info) => citiesOfProject(context, id, info),
    }),
    participations: t.field({
      type: [Participation],
      description: 'Who takes part, in which role.',
      resolve: ({ id }, _args, context, info) => participationsOfProject(context, id, info),
    }),
    budgets: t.field({
      type: [Budget],
      description:
        'Money planned for its work, by city. What no source states is not here; there is no total.',
      resolve: ({ id }, _args, context) => budgetsOfProject(context, id),
    }),
  }),
});
