import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '@reintegration/schema';
import type { Logger } from 'pino';
import { unwrapResolverError } from './apollo.ts';
import { isTold } from './format-error.ts';

/** Logs each failure whose message stays inside, under the id of its request, which the caller was told. */
export function failureLogPlugin(logger: Logger): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      didEncounterErrors: async ({ errors, request, operationName }) => {
        const reqId = request.http?.headers.get('x-request-id');
        for (const error of errors) {
          if (isTold(error.extensions.code)) continue;
          const { path } = error;
          logger.error({ reqId, err: unwrapResolverError(error), operationName, path }, 'operation failed');
        }
      },
    }),
  };
}
