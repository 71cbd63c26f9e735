import { builder } from '../builder.ts';
import type { Edition } from './edition.ts';
import { editionOf } from './store.ts';

const FiguresChange = builder.objectRef<Edition>('FiguresChange').implement({
  extensions: { scope: 'PUBLIC' },
  description: 'Something public has changed: figures, or what they are about.',
  fields: (t) => ({
    dataVersion: t.int({
      description: 'Version of the published data from now on.',
      resolve: ({ version }) => version,
    }),
    asOf: t.field({
      type: 'DateTime',
      description: 'The instant of the change.',
      resolve: ({ asOf }) => asOf,
    }),
  }),
});

builder.subscriptionField('figuresChanged', (t) =>
  t.field({
    extensions: { scope: 'PUBLIC' },
    type: FiguresChange,
    description:
      'Where the published data stand, at once and after each change, by server-sent events (protocol graphql-sse, distinct connections). Ask again then for what is shown.',
    // A gateway runs the field anew for each change that it hears of. By itself the schema hears of none.
    subscribe: async function* (_root, _args, context) {
      yield await editionOf(context, null);
    },
    resolve: (_edition, _args, context) => editionOf(context, null),
  }),
);
