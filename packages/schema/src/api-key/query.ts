import { builder } from '../builder.ts';
import { resolveKeyset } from '../paging/keyset.ts';
import { countKeys, listKeys } from './store.ts';
import { ApiKey } from './type.ts';

builder.queryField('apiKeys', (t) =>
  t.connection(
    {
      extensions: { scope: 'STEWARD' },
      type: ApiKey,
      description: 'For stewards: the keys of their projects, live and revoked. Empty for all others.',
      resolve: (_root, args, { restricted, viewer }) =>
        resolveKeyset(args, {
          name: 'apiKeys',
          read: async (window) => (restricted ? listKeys(restricted, viewer, window) : []),
          keyOf: ({ id }) => id,
          count: async () => (restricted ? countKeys(restricted, viewer) : 0),
        }),
    },
    { extensions: { scope: 'STEWARD' }, description: 'A page of keys.' },
    { extensions: { scope: 'STEWARD' }, description: 'A key with its cursor.' },
  ),
);
