import { ApiError } from '@reintegration/schema';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getVariableValues,
  isEnumType,
  isInputType,
  isNonNullType,
  isScalarType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
  type TypeNode,
  typeFromAST,
} from 'graphql';
import { checkInputs } from './input-checks.ts';
import type { Limits } from './limits.ts';
import { type Measure, measureOperation } from './measure-operation.ts';

const BOUNDS = [
  ['depth', 'maxDepth', 'levels deep'],
  ['fields', 'maxFields', 'fields'],
  ['aliases', 'maxAliases', 'aliases'],
  ['cost', 'maxCost', 'fields in the answer at most, by the length of its lists'],
] as const satisfies readonly (readonly [keyof Measure, keyof Limits, string])[];

/** A valid operation. */
export type ValidOperation = {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
};

type Variables = Readonly<Record<string, unknown>>;

/** Operations that ask for no more than they may, whatever their variables say. */
const alwaysWithin = new WeakMap<OperationDefinitionNode, Limits>();

/**
 * Checks that the variables fit an operation, and that it asks for no more than it may, without running it.
 *
 * @throws ApiError GRAPHQL_VALIDATION_FAILED for a kind of operation that the contract does not offer
 * @throws ApiError QUERY_TOO_COMPLEX at the first bound that is passed
 * @throws ApiError BAD_USER_INPUT for the first text that no record could have
 * @throws GraphQLError for the first variable that does not fit its type
 */
export function checkLimits(valid: ValidOperation, given: Variables, limits: Limits): void {
  const { schema, document, operation } = valid;
  requireRoot(schema, operation);
  const variables = coerceVariables(schema, operation, given);
  checkInputs(schema, document, operation, variables);
  if (alwaysWithin.get(operation) === limits) return;
  const fragments = fragmentsOf(document);
  requireOneChange(operation, fragments);
  requireWithin(measureOperation({ schema, operation, fragments, variables }), limits);
  if (!hasMeasuredVariable(schema, operation)) alwaysWithin.set(operation, limits);
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

function requireRoot(schema: GraphQLSchema, { operation }: OperationDefinitionNode): void {
  if (schema.getRootType(operation)) return;
  throw new ApiError('GRAPHQL_VALIDATION_FAILED', `The contract has no ${operation}. Expected a query.`);
}

/**
 * The variables' values as the operation would run with them. Found out here, the first wrong one ends it; left
 * to the execution, each would add an error that quotes the whole value.
 */
function coerceVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Variables,
): Variables {
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

function requireWithin(measure: Measure, limits: Limits): void {
  for (const [part, limit, unit] of BOUNDS) {
    if (measure[part] <= limits[limit]) continue;
    throw new ApiError(
      'QUERY_TOO_COMPLEX',
      `The operation asks for ${measure[part]} ${unit}. Expected at most ${limits[limit]}. Ask for less, or in several operations.`,
    );
  }
}

/** Scalars whose values no measure depends on: neither sizes nor conditions. */
const UNMEASURED = new Set(['String', 'ID', 'PartialDate', 'DateTime', 'Decimal', 'Locale']);

/** Whether what is asked for may depend on a variable: on a number, a condition, a list, or what holds one. */
function hasMeasuredVariable(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): boolean {
  return variableDefinitions.some(({ type: node }) => {
    const named = typeOf(schema, node);
    if (named === undefined) return true;
    return !(isEnumType(named) || (isScalarType(named) && UNMEASURED.has(named.name)));
  });
}

function typeOf(schema: GraphQLSchema, node: TypeNode) {
  const type = typeFromAST(schema, node as never);
  const nullable = isNonNullType(type) ? type.ofType : type;
  return isInputType(nullable) ? nullable : undefined;
}
