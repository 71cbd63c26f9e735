import { ActivityType, ComponentCode, ParticipationRole } from '../../../generated/prisma/enums.ts';
import { type Builder, english } from './builder.ts';
import type { References } from './reference-type.ts';

/** Adds projects, with what belongs to them. */
export function addProject(builder: Builder, { Source, District, City }: References) {
  const Role = builder.enumType('ParticipationRole', { values: Object.values(ParticipationRole) });
  const Component = builder.enumType('ComponentCode', { values: Object.values(ComponentCode) });
  const Type = builder.enumType('ActivityType', { values: Object.values(ActivityType) });
  builder.prismaObject('Participation', {
    fields: (t) => ({
      role: t.field({ type: Role, resolve: ({ role }) => role }),
      organization: t.relation('organization'),
    }),
  });
  builder.prismaObject('Project', {
    fields: (t) => ({
      code: t.exposeString('code'),
      title: t.string({ resolve: ({ title }) => english(title) }),
      districts: t.field({
        type: [District],
        select: (_args, _context, nested) => ({
          districts: { orderBy: { district: { code: 'asc' } }, select: { district: nested(true) } },
        }),
        resolve: ({ districts }) => districts.map(({ district }) => district),
      }),
      cities: t.field({
        type: [City],
        select: (_args, _context, nested) => ({
          cities: { orderBy: { city: { code: 'asc' } }, select: { city: nested(true) } },
        }),
        resolve: ({ cities }) => cities.map(({ city }) => city),
      }),
      participations: t.relation('participations', {
        query: { orderBy: [{ position: 'asc' }, { id: 'asc' }] },
      }),
      figures: t.relation('measurements', {
        args: {
          during: t.arg.string(),
          component: t.arg({ type: Component }),
          indicators: t.arg.stringList(),
        },
        query: ({ during, component, indicators }) => ({
          where: {
            kind: 'ACTUAL',
            disaggregation: { equals: {} },
            revisions: { some: { status: 'PUBLISHED' } },
            ...(during && { periodStart: during, periodEnd: during }),
            indicator: {
              ...(component && { componentCode: component }),
              ...(indicators && { code: { in: [...indicators] } }),
            },
          },
          orderBy: [{ indicator: { code: 'asc' } }, { city: { code: 'asc' } }, { key: 'asc' }],
        }),
      }),
    }),
  });
  builder.prismaObject('Activity', {
    fields: (t) => ({
      code: t.exposeString('code'),
      title: t.string({ resolve: ({ title }) => english(title) }),
      type: t.field({ type: Type, resolve: ({ type }) => type }),
      heldOn: t.exposeString('heldOn', { nullable: true }),
      project: t.relation('project'),
      sources: t.field({
        type: [Source],
        select: (_args, _context, nested) => ({
          sources: { orderBy: { position: 'asc' }, select: { source: nested(true) } },
        }),
        resolve: ({ sources }) => sources.map(({ source }) => source),
      }),
    }),
  });
  return { Type };
}
