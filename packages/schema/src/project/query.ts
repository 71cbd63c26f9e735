import { builder } from '../builder.ts';
import { IN_CONNECTION } from '../columns.ts';
import { resolveKeyset } from '../paging/keyset.ts';
import { parseSearch } from '../scalar/search.ts';
import { Component } from './component-type.ts';
import { countProjects, listComponents, listProjects, projectByCode, projectColumns } from './store.ts';
import { Project } from './type.ts';

builder.queryFields((t) => ({
  project: t.field({
    extensions: { scope: 'PUBLIC' },
    type: Project,
    nullable: true,
    description: 'The project with this code; null when there is none.',
    args: { code: t.arg.string({ required: true, description: 'For example reintegration-ii.' }) },
    resolve: (_root, { code }, context, info) => projectByCode(context, code, info),
  }),
  projects: t.connection(
    {
      extensions: { scope: 'PUBLIC' },
      type: Project,
      description: 'Projects, by code.',
      args: {
        search: t.arg.string({
          description: 'Part of the title, in any script, with or without diacritics.',
        }),
      },
      resolve: (_root, args, { reader }, info) => {
        const filter = { search: parseSearch(args.search) };
        const columns = projectColumns.askedBy(info, IN_CONNECTION);
        return resolveKeyset(args, {
          name: 'projects',
          read: (window) => listProjects(reader, filter, window, columns),
          keyOf: ({ code }) => code,
          count: () => countProjects(reader, filter),
        });
      },
    },
    { extensions: { scope: 'PUBLIC' }, description: 'A page of projects.' },
    { extensions: { scope: 'PUBLIC' }, description: 'A project with its cursor.' },
  ),
  components: t.field({
    extensions: { scope: 'PUBLIC' },
    type: [Component],
    description: 'The components, in their order.',
    resolve: (_root, _args, { reader }) => listComponents(reader),
  }),
}));
