import type { ApolloServerPlugin } from '@apollo/server';
import { type Context, editionUsedBy } from '@reintegration/schema';

/** Tells which edition an answer holds for, and that an answer without errors may be kept and asked after. */
export const answerHeadersPlugin: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response, contextValue }) => {
      const { headers } = response.http;
      const edition = editionUsedBy(contextValue);
      if (edition) {
        headers.set('x-data-version', String(edition.version));
        headers.set('x-as-of', edition.asOf.toISOString());
      }
      const isWhole = response.body.kind === 'single' && !response.body.singleResult.errors;
      if (isWhole && request.http?.method === 'GET') headers.set('cache-control', 'no-cache');
    },
  }),
};
