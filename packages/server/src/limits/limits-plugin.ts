import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '@reintegration/schema';
import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { checkLimits } from './check-limits.ts';
import { requireFewPairs } from './count-pairs.ts';
import type { Limits } from './limits.ts';

/**
 * What stands in for documents that are refused before they are validated, each with its reason. Apollo lets nobody
 * refuse as early; and it remembers documents that were valid, so that one of these comes again for the same text.
 */
const refused = new WeakMap<DocumentNode, unknown>();

/** Refuses operations that ask for too much before any resolver runs, whether by literals or by variables. */
export function limitsPlugin(limits: Limits): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      parsingDidStart: async (parsing) => async (syntaxError) => {
        const { document } = parsing as { document?: DocumentNode };
        if (syntaxError || !document) return;
        try {
          requireFewPairs(document, limits);
        } catch (error) {
          const standIn = parse('{ __typename }');
          refused.set(standIn, error);
          Object.assign(parsing, { document: standIn });
        }
      },
      didResolveOperation: async ({ schema, document, operation, request }) => {
        try {
          if (refused.has(document)) throw refused.get(document);
          if (!operation) return;
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
