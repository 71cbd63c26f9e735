import type { ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { type Context, editionUsedBy } from '@reintegration/schema';
import { OperationTypeNode } from 'graphql';

/** How much of an answer there is: all of a query without errors, or some, or nothing but errors. */
export type Extent = 'whole' | 'part' | 'none';

// By the headers of the request: Apollo makes a copy of the context.
const extents = new WeakMap<HeaderMap, Extent>();

/** How much of an answer the request with these headers got. Only a whole one may be given again. */
export function extentOf(headers: HeaderMap): Extent {
  return extents.get(headers) ?? 'none';
}

/** Tells which edition an answer holds for, and remembers how much of it there is. */
export const answerHeadersPlugin: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response, operation, contextValue }) => {
      const edition = editionUsedBy(contextValue);
      if (edition) {
        response.http.headers.set('x-data-version', String(edition.version));
        response.http.headers.set('x-as-of', edition.asOf.toISOString());
      }
      const { data, errors } = response.body.kind === 'single' ? response.body.singleResult : {};
      const isQuery = operation?.operation === OperationTypeNode.QUERY;
      if (data && request.http)
        extents.set(request.http.headers, isQuery && errors === undefined ? 'whole' : 'part');
    },
  }),
};
