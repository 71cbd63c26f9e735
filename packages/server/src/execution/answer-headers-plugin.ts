import type { ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { type AnswerPath, type Context, editionUsedBy, toldOnceIn } from '@reintegration/schema';
import { OperationTypeNode } from 'graphql';

/** How much of an answer there is: all of a query or of a change, without errors, or some, or nothing but errors. */
export type Extent = 'whole' | 'written' | 'part' | 'none';

const WHOLE: Readonly<Record<OperationTypeNode, Extent>> = {
  [OperationTypeNode.QUERY]: 'whole',
  [OperationTypeNode.MUTATION]: 'written',
  [OperationTypeNode.SUBSCRIPTION]: 'part',
};

// By the headers of the request: Apollo makes a copy of the context.
const extents = new WeakMap<HeaderMap, Extent>();

const secrets = new WeakMap<HeaderMap, readonly AnswerPath[]>();

/** Where the answer to the request with these headers tells what is told but once. */
export function toldOnceTo(headers: HeaderMap): readonly AnswerPath[] {
  return secrets.get(headers) ?? [];
}

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
      if (!data || !operation || !request.http) return;
      secrets.set(request.http.headers, toldOnceIn(contextValue));
      extents.set(request.http.headers, errors === undefined ? WHOLE[operation.operation] : 'part');
    },
  }),
};
