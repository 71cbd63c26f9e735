import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '@reintegration/schema';
import { GraphQLError } from 'graphql';
import { checkLimits } from './check-limits.ts';
import type { Limits } from './limits.ts';

/** Refuses operations that ask for too much before any resolver runs, whether by literals or by variables. */
export function limitsPlugin(limits: Limits): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, document, operation, request }) => {
        if (!operation) return;
        try {
          checkLimits({ schema, document, operation }, request.variables ?? {}, limits);
        } catch (error) {
          throw asBadRequest(error);
        }
      },
    }),
  };
}

/** Tells Apollo that the caller is at fault, so that the HTTP status says so too. */
function asBadRequest(error: unknown): unknown {
  if (!(error instanceof GraphQLError)) return error;
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    extensions: { code: 'BAD_USER_INPUT', ...error.extensions, http: { status: 400 } },
  });
}
