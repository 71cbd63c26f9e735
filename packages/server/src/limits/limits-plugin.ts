import type { ApolloServerPlugin } from '@apollo/server';
import { ApiError, type Context } from '@reintegration/schema';
import { type FragmentDefinitionNode, GraphQLError, Kind } from 'graphql';
import type { Limits } from './limits.ts';
import { type Measure, measureOperation } from './measure-operation.ts';

const BOUNDS = [
  ['depth', 'maxDepth', 'levels deep'],
  ['fields', 'maxFields', 'fields'],
  ['aliases', 'maxAliases', 'aliases'],
  ['cost', 'maxCost', 'fields in the answer at most, by the length of its lists'],
] as const satisfies readonly (readonly [keyof Measure, keyof Limits, string])[];

/** Refuses operations that ask for too much before any resolver runs, whether by literals or by variables. */
export function limitsPlugin(limits: Limits): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, document, operation, request }) => {
        if (!operation) return;
        const definitions = document.definitions.filter(
          (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
        );
        const fragments = new Map(definitions.map((fragment) => [fragment.name.value, fragment]));
        try {
          const measure = measureOperation({
            schema,
            operation,
            fragments,
            variables: request.variables ?? {},
          });
          requireWithin(measure, limits);
        } catch (error) {
          throw asBadRequest(error);
        }
      },
    }),
  };
}

/** @throws ApiError QUERY_TOO_COMPLEX at the first bound that is passed */
function requireWithin(measure: Measure, limits: Limits): void {
  for (const [part, limit, unit] of BOUNDS) {
    if (measure[part] > limits[limit]) {
      throw new ApiError(
        'QUERY_TOO_COMPLEX',
        `The operation asks for ${measure[part]} ${unit}. Expected at most ${limits[limit]}. Ask for less, or in several operations.`,
      );
    }
  }
}

/** Tells Apollo that the caller is at fault, so that the HTTP status says so too. */
function asBadRequest(error: unknown): unknown {
  if (!(error instanceof GraphQLError)) return error;
  return new GraphQLError(error.message, { extensions: { ...error.extensions, http: { status: 400 } } });
}
