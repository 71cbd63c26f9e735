import type { GraphQLSchema } from 'graphql';
import type { ActivityType } from '../../../generated/prisma/enums.ts';
import { createBuilder } from './builder.ts';
import { addFigure } from './figure-type.ts';
import { addProject } from './project-type.ts';
import { addReferences } from './reference-type.ts';

/** The part of the gateway's contract that the questions ask for, over the same tables. */
export function createSchema(databaseUrl: string): GraphQLSchema {
  const { prisma, builder } = createBuilder(databaseUrl);
  const references = addReferences(builder);
  addFigure(builder, references);
  const { Type } = addProject(builder, references);

  const Filter = builder.inputType('ActivityFilter', {
    fields: (t) => ({ city: t.string(), type: t.field({ type: Type }) }),
  });
  builder.queryType({
    fields: (t) => ({
      project: t.prismaField({
        type: 'Project',
        nullable: true,
        args: { code: t.arg.string({ required: true }) },
        resolve: (query, _root, { code }) => prisma.project.findUnique({ ...query, where: { code } }),
      }),
      projects: t.prismaConnection({
        type: 'Project',
        cursor: 'code',
        resolve: (query) => prisma.project.findMany({ ...query, orderBy: { code: 'asc' } }),
      }),
      activities: t.prismaConnection({
        type: 'Activity',
        cursor: 'code',
        args: { filter: t.arg({ type: Filter, required: true }) },
        resolve: (query, _root, { filter }) =>
          prisma.activity.findMany({ ...query, where: narrow(filter), orderBy: { code: 'asc' } }),
        totalCount: (_connection, { filter }) => prisma.activity.count({ where: narrow(filter) }),
      }),
    }),
  });
  return builder.toSchema();
}

type ActivityFilter = {
  readonly city?: string | null | undefined;
  readonly type?: ActivityType | null | undefined;
};

function narrow({ city, type }: ActivityFilter) {
  return { ...(city && { city: { code: city } }), ...(type && { type }) };
}
