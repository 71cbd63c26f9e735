import { builder } from '../builder.ts';
import { resolveKeyset } from '../paging/keyset.ts';
import { parseSearch } from '../scalar/search.ts';
import {
  countOrganizations,
  listNetworks,
  listOrganizations,
  networkByCode,
  organizationByCode,
} from './store.ts';
import { Network, Organization } from './type.ts';

builder.queryFields((t) => ({
  organization: t.field({
    extensions: { scope: 'PUBLIC' },
    type: Organization,
    nullable: true,
    description: 'The organization with this code; null when there is none.',
    args: { code: t.arg.string({ required: true, description: 'For example asb-see.' }) },
    resolve: (_root, { code }, context) => organizationByCode(context, code),
  }),
  organizations: t.connection(
    {
      extensions: { scope: 'PUBLIC' },
      type: Organization,
      description: 'Organizations, by code.',
      args: {
        search: t.arg.string({ description: 'Part of the name, in any script, with or without diacritics.' }),
      },
      resolve: (_root, args, { reader }) => {
        const search = parseSearch(args.search);
        return resolveKeyset(args, {
          name: 'organizations',
          read: (window) => listOrganizations(reader, search, window),
          keyOf: ({ code }) => code,
          count: () => countOrganizations(reader, search),
        });
      },
    },
    { extensions: { scope: 'PUBLIC' }, description: 'A page of organizations.' },
    { extensions: { scope: 'PUBLIC' }, description: 'An organization with its cursor.' },
  ),
  network: t.field({
    extensions: { scope: 'PUBLIC' },
    type: Network,
    nullable: true,
    description: 'The network with this code; null when there is none.',
    args: { code: t.arg.string({ required: true, description: 'For example iris.' }) },
    resolve: (_root, { code }, context) => networkByCode(context, code),
  }),
  networks: t.field({
    extensions: { scope: 'PUBLIC' },
    type: [Network],
    description: 'All networks, by code.',
    resolve: (_root, _args, { reader }) => listNetworks(reader),
  }),
}));
