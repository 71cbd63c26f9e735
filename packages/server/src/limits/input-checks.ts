import { ApiError, decodeCursor, decodeGlobalId, parseCode } from '@reintegration/schema';
import {
  type ArgumentNode,
  type DocumentNode,
  type GraphQLArgument,
  GraphQLError,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isScalarType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  TypeInfo,
  type ValueNode,
  type VariableNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** Looks at a value that a caller gave; throws when no record could have it. */
type InputCheck = (value: unknown) => void;
/** What a variable has to be, wherever the operation uses it. */
type VariableCheck = { readonly node: VariableNode; readonly check: InputCheck };
type Input = GraphQLArgument | GraphQLInputField;
/** Where an argument stands. */
type Place = { readonly list: string | null; readonly isChange: boolean };

const known = new WeakMap<OperationDefinitionNode, readonly VariableCheck[]>();

/**
 * Checks all texts of an operation before it runs: that they are Unicode that can be kept, and where the contract
 * expects a code, a global id or a cursor, that they are one. What is refused here runs no resolver. Changes answer
 * with the place of a code or an id that is wrong, and check these themselves.
 *
 * @throws ApiError BAD_USER_INPUT for the first that is not
 */
export function checkInputs(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): void {
  const checks = known.get(operation) ?? collectChecks(schema, document, operation);
  known.set(operation, checks);
  for (const { node, check } of checks) at(node, () => check(variables[node.name.value]));
}

/** The checks of its variables. Literals are checked on the way. */
function collectChecks(
  schema: GraphQLSchema,
  document: DocumentNode,
  { operation }: OperationDefinitionNode,
): readonly VariableCheck[] {
  const checks: VariableCheck[] = [];
  const types = new TypeInfo(schema);
  const lookAt = (node: ValueNode, input: Input, path: string, place: Place): void => {
    switch (node.kind) {
      case Kind.VARIABLE:
        checks.push({ node, check: checkOf(input, path, place) });
        break;
      case Kind.STRING:
        at(node, () => checkOf(input, path, place)(node.value));
        break;
      case Kind.LIST:
        for (const item of node.values) lookAt(item, input, path, place);
        break;
      case Kind.OBJECT:
        for (const { name, value } of node.fields) {
          const field = fieldOf(input, name.value);
          if (field) lookAt(value, field, `${path}.${field.name}`, place);
        }
        break;
      default:
    }
  };
  const visitor = {
    Argument: (node: ArgumentNode) => {
      const argument = types.getArgument();
      const field = types.getFieldDef();
      if (!argument || !field || types.getDirective()) return;
      const isConnection = getNamedType(field.type).name.endsWith('Connection');
      const isChange = operation === OperationTypeNode.MUTATION;
      lookAt(node.value, argument, argument.name, { list: isConnection ? field.name : null, isChange });
    },
  };
  visit(document, visitWithTypeInfo(types, visitor));
  return checks;
}

/** Tells where in the document it stands what is refused. */
function at(node: ValueNode, check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new GraphQLError(error.message, { nodes: node, extensions: error.extensions });
  }
}

function fieldOf({ type }: Input, name: string): GraphQLInputField | undefined {
  const named = getNamedType(type);
  return isInputObjectType(named) ? named.getFields()[name] : undefined;
}

function checkOf(input: Input, path: string, place: Place): InputCheck {
  return (value) => checkValue(input, input.type, value, path, place);
}

function checkValue(input: Input, type: GraphQLInputType, value: unknown, path: string, place: Place): void {
  const bare = getNullableType(type);
  if (typeof value === 'string') {
    if (isScalarType(getNamedType(bare))) checkText(input, value, path, place);
  } else if (isListType(bare) && Array.isArray(value)) {
    for (const item of value) checkValue(input, bare.ofType, item, path, place);
  } else if (isInputObjectType(bare) && typeof value === 'object' && value !== null) {
    for (const field of Object.values(bare.getFields())) {
      const inner = (value as Readonly<Record<string, unknown>>)[field.name];
      checkValue(field, field.type, inner, `${path}.${field.name}`, place);
    }
  }
}

function checkText(input: Input, text: string, path: string, { list, isChange }: Place): void {
  if (!text.isWellFormed() || text.includes('\0')) {
    throw new ApiError(
      'BAD_USER_INPUT',
      `"${path}" holds what no text can hold: NUL, or half of a surrogate pair. Expected Unicode.`,
    );
  }
  if (isChange) return;
  if (list !== null && (path === 'after' || path === 'before')) decodeCursor(list, path, text);
  else if (getNamedType(input.type).name === 'ID') decodeGlobalId(text);
  else if (input.extensions.text === 'code') parseCode(path, text);
}
