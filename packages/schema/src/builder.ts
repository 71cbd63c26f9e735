import SchemaBuilder, { brandWithType } from '@pothos/core';
import RelayPlugin, { resolveNodes } from '@pothos/plugin-relay';
import { type GraphQLResolveInfo, isObjectType } from 'graphql';
import type { Context } from './context.ts';
import { ERROR_CODES } from './error.ts';
import { decodeGlobalId, encodeGlobalId } from './paging/global-id.ts';
import { connectionTexts, MAX_PAGE_SIZE, requireListSize } from './paging/page-size.ts';
import { maySee, scopeOf } from './scope/scope.ts';

/** Types that the whole contract shares. */
export type SchemaTypes = {
  Context: Context;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
  Connection: { totalCount: () => Promise<number> };
  Scalars: {
    Country: { Input: string; Output: string };
    Currency: { Input: string; Output: string };
    DateTime: { Input: Date; Output: Date };
    Decimal: { Input: string; Output: string };
    LanguageTag: { Input: string; Output: string };
    Latitude: { Input: number; Output: number };
    Longitude: { Input: number; Output: number };
    PartialDate: { Input: string; Output: string };
    URL: { Input: URL; Output: URL | string };
  };
};

/** The one builder that every concept adds its types and fields to. */
export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [RelayPlugin],
  defaultFieldNullability: false,
  relay: {
    clientMutationId: 'omit',
    cursorType: 'String',
    encodeGlobalID: encodeGlobalId,
    decodeGlobalID: decodeGlobalId,
    edgesFieldOptions: {
      nullable: { list: false, items: false },
      description: 'The records with their cursors.',
    },
    nodeFieldOptions: { nullable: false, description: 'The record.' },
    nodesOnConnection: { description: 'The records without their cursors.' },
    nodeTypeOptions: { description: 'Whatever has a global id.' },
    idFieldOptions: { description: 'Global id, for `node` and `nodes`. Opaque.' },
    nodeQueryOptions: {
      extensions: { scope: 'PUBLIC' },
      description: 'The record with this global id; null when there is none that the viewer may see.',
      args: { id: { description: 'Global id, as the field `id` of the record told it.' } },
      resolve: async (_root, { id }, context, info) => (await findNodes([id], context, info))[0],
    },
    nodesQueryOptions: {
      extensions: { scope: 'PUBLIC' },
      description: `The records with these global ids, at most ${MAX_PAGE_SIZE}, in the order asked; null for each that the viewer may not see.`,
      args: { ids: { description: 'Global ids.' } },
      resolve: (_root, { ids }, context, info) => {
        requireListSize('ids', ids.length);
        return findNodes(ids, context, info);
      },
    },
    ...connectionTexts,
  },
});

/**
 * The records with these ids. There is none of a type that has no global ids, that does not exist, or that is not
 * for the viewer: nothing is looked up for any of these.
 */
async function findNodes(
  ids: readonly { readonly typename: string; readonly id: string }[],
  context: Context,
  info: GraphQLResolveInfo,
): Promise<readonly unknown[]> {
  const isNode = (typename: string) => {
    const type = info.schema.getType(typename);
    if (!isObjectType(type) || !type.getInterfaces().some(({ name }) => name === 'Node')) return false;
    return maySee(context, scopeOf(typename, type.extensions) ?? 'STEWARD');
  };
  const known = ids.map((id) => (isNode(id.typename) ? id : null));
  const found = await Promise.all(await resolveNodes(builder, context, info, known));
  // A record that another field of the same operation asks for as well may come before it is told of which type it is.
  found.forEach((record, index) => {
    const typename = known[index]?.typename;
    if (record && typename !== undefined) brandWithType(record, typename as never);
  });
  return found;
}

/** The builder's own view of the shared types. */
export type BuilderTypes = typeof builder.$inferSchemaTypes;

builder.subscriptionType({ description: 'What tells of changes as they come.' });

builder.queryType({ description: 'Everything that can be read.' });

builder.mutationType({
  description:
    'Everything that can be changed, by callers who say who they are, by POST. The header `Idempotency-Key` makes it safe to send an operation again: the same key with the same operation has one effect and one answer.',
});

builder.globalConnectionField('totalCount', (t) =>
  t.int({
    description: 'How many records there are on all pages together.',
    resolve: (connection) => connection.totalCount(),
  }),
);

builder.enumType('ErrorCode', {
  description: 'What `extensions.code` of an error may say.',
  values: Object.fromEntries(
    Object.entries(ERROR_CODES).map(([code, description]) => [code, { description }]),
  ),
});
