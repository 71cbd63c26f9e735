import { builder } from '../builder.ts';
import { editionOf } from './store.ts';

builder.queryField('dataVersion', (t) =>
  t.int({
    extensions: { scope: 'PUBLIC' },
    description: 'Version of the published data. Grows by one with every published change.',
    resolve: async (_root, _args, context) => (await editionOf(context, null)).version,
  }),
);
