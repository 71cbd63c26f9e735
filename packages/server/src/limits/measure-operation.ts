import { DEFAULT_PAGE_SIZE, parsePageSize } from '@reintegration/schema';
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';

import { requireInputSizes } from './measure-input.ts';

/** What an operation asks for. */
export type Measure = {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly cost: number;
};

/** An operation with all that decides how much it asks for. */
export type MeasuredOperation = {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Values of its variables as they will be when it runs: coerced, with their defaults. */
  readonly variables: Readonly<Record<string, unknown>>;
};

const NOTHING: Measure = { depth: 0, fields: 0, aliases: 0, cost: 0 };

function add(a: Measure, b: Measure): Measure {
  return {
    depth: Math.max(a.depth, b.depth),
    fields: a.fields + b.fields,
    aliases: a.aliases + b.aliases,
    cost: a.cost + b.cost,
  };
}

/**
 * Measures a valid operation without running it. Sizes of lists come from literals and from variables alike.
 * Fragments are measured once, so that spreading them in each other costs no time here.
 *
 * @throws ApiError BAD_USER_INPUT for page sizes out of range and for lists of arguments that are too long
 * @throws GraphQLError for an argument that a variable leaves without a value that it must have
 */
export function measureOperation({ schema, operation, fragments, variables }: MeasuredOperation): Measure {
  const known = new Map<string, Measure>();

  function measureSelections(
    set: SelectionSetNode,
    parent: GraphQLNamedType,
    pageSize: number,
    isInline = false,
  ): Measure {
    return set.selections
      .filter((selection) => isIncluded(selection, variables))
      .map((selection) => {
        if (selection.kind === Kind.FIELD) return measureField(selection, parent, pageSize);
        if (selection.kind === Kind.FRAGMENT_SPREAD) return measureFragment(selection.name.value, pageSize);
        const condition = selection.typeCondition && schema.getType(selection.typeCondition.name.value);
        const inner = measureSelections(selection.selectionSet, condition ?? parent, pageSize, true);
        return isInline ? { ...inner, depth: inner.depth + 1 } : inner;
      })
      .reduce(add, NOTHING);
  }

  function measureFragment(name: string, pageSize: number): Measure {
    const key = `${name}/${pageSize}`;
    const measured = known.get(key);
    if (measured) return measured;
    const fragment = fragments.get(name);
    const type = fragment && schema.getType(fragment.typeCondition.name.value);
    const measure = fragment && type ? measureSelections(fragment.selectionSet, type, pageSize) : NOTHING;
    known.set(key, measure);
    return measure;
  }

  function measureField(node: FieldNode, parent: GraphQLNamedType, pageSize: number): Measure {
    const aliases = node.alias && node.alias.value !== node.name.value ? 1 : 0;
    const field = fieldOf(parent, node.name.value);
    const leaf = { depth: 1, fields: 1, aliases, cost: 1 };
    if (!field) return leaf;
    const type = getNamedType(field.type);
    const args = getArgumentValues(field, node, variables);
    for (const arg of field.args) requireInputSizes(arg.name, arg.type, args[arg.name]);
    if (!node.selectionSet || !isCompositeType(type)) return leaf;
    const ownPageSize = isConnection(field) ? parsePageSize(args).size : DEFAULT_PAGE_SIZE;
    const inner = measureSelections(node.selectionSet, type, ownPageSize);
    // GraphQL's own rule bounds how deep introspection goes; its lists are short, and read from memory.
    const isIntrospection = isIntrospectionType(type);
    const length = isIntrospection ? 1 : lengthOf(field, args, pageSize);
    return {
      depth: isIntrospection ? 1 : inner.depth + 1,
      fields: inner.fields + 1,
      aliases: inner.aliases + aliases,
      cost: 1 + length * inner.cost,
    };
  }

  const root = schema.getRootType(operation.operation);
  return root ? measureSelections(operation.selectionSet, root, DEFAULT_PAGE_SIZE) : NOTHING;
}

/** Whether `@skip` and `@include` let it run. */
function isIncluded(selection: SelectionNode, variables: Readonly<Record<string, unknown>>): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, selection, variables);
  return skip?.if !== true && include?.if !== false;
}

type AnyField = GraphQLField<unknown, unknown>;

/** The field's definition; `__typename` has none here, as it asks for nothing. */
function fieldOf(parent: GraphQLNamedType, name: string): AnyField | undefined {
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
}

function isConnection({ type, args }: AnyField): boolean {
  return getNamedType(type).name.endsWith('Connection') && args.some(({ name }) => name === 'first');
}

function isList({ type }: AnyField): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** How many children a field has at most: what a page holds, what was asked for by name, or a guess. */
function lengthOf(field: AnyField, args: Readonly<Record<string, unknown>>, pageSize: number): number {
  if (!isList(field)) return 1;
  const { listSize } = field.extensions;
  const expected = typeof listSize === 'number' ? listSize : pageSize;
  const list = field.args.find(({ name }) => Array.isArray(args[name]));
  if (!list) return expected;
  const { length } = args[list.name] as readonly unknown[];
  // A list that must be given names the children. One that may be given filters them: each may match many.
  return isRequiredArgument(list) ? length : Math.max(length, expected);
}
