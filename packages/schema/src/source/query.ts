import { builder } from '../builder.ts';
import { resolveKeyset } from '../paging/keyset.ts';
import { countSources, listSources, sourceByCode } from './store.ts';
import { Source } from './type.ts';

builder.queryFields((t) => ({
  source: t.field({
    extensions: { scope: 'PUBLIC' },
    type: Source,
    nullable: true,
    description: 'The source with this code; null when there is none.',
    args: { code: t.arg.string({ required: true, description: 'For example results-2023.' }) },
    resolve: (_root, { code }, context) => sourceByCode(context, code),
  }),
  sources: t.connection(
    {
      extensions: { scope: 'PUBLIC' },
      type: Source,
      description: 'All sources, by code.',
      resolve: (_root, args, { reader }) =>
        resolveKeyset(args, {
          name: 'sources',
          read: (window) => listSources(reader, window),
          keyOf: ({ code }) => code,
          count: () => countSources(reader),
        }),
    },
    { extensions: { scope: 'PUBLIC' }, description: 'A page of sources.' },
    { extensions: { scope: 'PUBLIC' }, description: 'A source with its cursor.' },
  ),
}));
