import type { ApolloServerPlugin } from '@apollo/server';
import { ApiError, type Context } from '@reintegration/schema';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';
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
        try {
          requireRoot(schema, operation);
          const variables = coerceVariables(schema, operation, request.variables ?? {});
          const fragments = fragmentsOf(document);
          requireOneChange(operation, fragments);
          requireWithin(measureOperation({ schema, operation, fragments, variables }), limits);
        } catch (error) {
          throw asBadRequest(error);
        }
      },
    }),
  };
}

/** @throws ApiError GRAPHQL_VALIDATION_FAILED for a kind of operation that the contract does not offer */
function requireRoot(schema: GraphQLSchema, { operation }: OperationDefinitionNode): void {
  if (schema.getRootType(operation)) return;
  throw new ApiError('GRAPHQL_VALIDATION_FAILED', `The contract has no ${operation}. Expected a query.`);
}

/** @throws ApiError QUERY_TOO_COMPLEX for several changes in one operation: one that fails could not undo the others */
function requireOneChange(
  { operation, selectionSet }: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): void {
  if (operation !== OperationTypeNode.MUTATION) return;
  const count = ({ selections }: SelectionSetNode): number =>
    selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + (selection.name.value === '__typename' ? 0 : 1);
      const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      return sum + (inner ? count(inner.selectionSet) : 0);
    }, 0);
  const changes = count(selectionSet);
  if (changes <= 1) return;
  throw new ApiError(
    'QUERY_TOO_COMPLEX',
    `The operation makes ${changes} changes. Expected one: send each in an operation of its own.`,
  );
}

/**
 * The variables' values as the operation would run with them. Found out here, the first wrong one ends it; left
 * to the execution, each would add an error that quotes the whole value.
 *
 * @throws GraphQLError for the first that does not fit its type
 */
function coerceVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { coerced, errors } = getVariableValues(schema, variableDefinitions, given, {
    maxErrors: 1,
    hideSuggestions: true,
  });
  if (coerced) return coerced;
  throw errors[0] ?? new Error('Variables were refused without a reason');
}

function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/** @throws ApiError QUERY_TOO_COMPLEX at the first bound that is passed */
function requireWithin(measure: Measure, limits: Limits): void {
  for (const [part, limit, unit] of BOUNDS) {
    if (measure[part] <= limits[limit]) continue;
    throw new ApiError(
      'QUERY_TOO_COMPLEX',
      `The operation asks for ${measure[part]} ${unit}. Expected at most ${limits[limit]}. Ask for less, or in several operations.`,
    );
  }
}

/** Tells Apollo that the caller is at fault, so that the HTTP status says so too. */
function asBadRequest(error: unknown): unknown {
  if (!(error instanceof GraphQLError)) return error;
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    extensions: { code: 'BAD_USER_INPUT', ...error.extensions, http: { status: 400 } },
  });
}
