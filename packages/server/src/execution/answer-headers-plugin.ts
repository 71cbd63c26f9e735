import type { ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { type AnswerPath, type Context, type Edition, toldOnceIn } from '@reintegration/schema';
import { OperationTypeNode } from 'graphql';

/**
 * How much of an answer there is: all of a query without errors, or some, or nothing but errors. What comes of any
 * other operation is an effect, `written` when it had no errors: it must not be asked for twice.
 */
export type Extent = 'whole' | 'written' | 'part' | 'none' | 'effect';

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

/** What the headers of an answer say of the edition that it holds for. */
export function editionHeaders(edition: Edition | null): Readonly<Record<string, string>> {
  return edition ? { 'x-data-version': String(edition.version), 'x-as-of': edition.asOf.toISOString() } : {};
}

/** Tells which edition an answer holds for, and remembers how much of it there is. */
export const answerHeadersPlugin: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response, operation, contextValue }) => {
      for (const [name, value] of Object.entries(editionHeaders(contextValue.seen.edition))) {
        response.http.headers.set(name, value);
      }
      const { data, errors } = response.body.kind === 'single' ? response.body.singleResult : {};
      if (!data || !operation || !request.http) return;
      const isQuery = operation.operation === OperationTypeNode.QUERY;
      const isWhole = errors === undefined;
      const effect = isWhole && operation.operation === OperationTypeNode.MUTATION ? 'written' : 'effect';
      secrets.set(request.http.headers, toldOnceIn(contextValue));
      extents.set(request.http.headers, isQuery ? (isWhole ? 'whole' : 'part') : effect);
    },
  }),
};
