import { DEFAULT_PAGE_SIZE, parsePageSize, requireListSize } from '@reintegration/schema';
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';

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
 */
export function measureOperation({ schema, operation, fragments, variables }: MeasuredOperation): Measure {
  const defaults = new Map(
    (operation.variableDefinitions ?? []).map(({ variable, defaultValue }) => [
      variable.name.value,
      defaultValue && valueFromASTUntyped(defaultValue),
    ]),
  );
  const given = Object.fromEntries(
    [...defaults].map(([name, value]) => [name, variables[name] === undefined ? value : variables[name]]),
  );
  const known = new Map<string, Measure>();

  function measureSelections(set: SelectionSetNode, parent: GraphQLNamedType, pageSize: number): Measure {
    return set.selections
      .map((selection) => {
        if (selection.kind === Kind.FIELD) return measureField(selection, parent, pageSize);
        if (selection.kind === Kind.FRAGMENT_SPREAD) return measureFragment(selection.name.value, pageSize);
        const condition = selection.typeCondition && schema.getType(selection.typeCondition.name.value);
        return measureSelections(selection.selectionSet, condition ?? parent, pageSize);
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
    // Introspection is bounded by a validation rule of its own; here only its fields count.
    if (!field) return add(leaf, { ...countOnly(node), depth: 1 });
    const type = getNamedType(field.type);
    const args = argumentsOf(node, given);
    for (const [name, value] of Object.entries(args)) {
      if (Array.isArray(value)) requireListSize(name, value.length);
    }
    if (!node.selectionSet || !isCompositeType(type)) return leaf;
    const ownPageSize = isConnection(field) ? parsePageSize(args).size : DEFAULT_PAGE_SIZE;
    const inner = measureSelections(node.selectionSet, type, ownPageSize);
    const length = lengthOf(field, args, pageSize);
    return {
      depth: inner.depth + 1,
      fields: inner.fields + 1,
      aliases: inner.aliases + aliases,
      cost: 1 + length * inner.cost,
    };
  }

  function countOnly(node: FieldNode): Measure {
    if (!node.selectionSet) return NOTHING;
    return node.selectionSet.selections
      .map((selection): Measure => {
        if (selection.kind === Kind.FRAGMENT_SPREAD) return countFragment(selection.name.value);
        const inner = countOnly(selection as FieldNode);
        return selection.kind === Kind.FIELD ? add(inner, { ...NOTHING, fields: 1, cost: 1 }) : inner;
      })
      .reduce(add, NOTHING);
  }

  function countFragment(name: string): Measure {
    const key = `${name}/introspection`;
    const measured = known.get(key);
    if (measured) return measured;
    const fragment = fragments.get(name);
    const measure = fragment ? countOnly(fragment as unknown as FieldNode) : NOTHING;
    known.set(key, measure);
    return measure;
  }

  const root = schema.getRootType(operation.operation);
  return root ? measureSelections(operation.selectionSet, root, DEFAULT_PAGE_SIZE) : NOTHING;
}

type AnyField = GraphQLField<unknown, unknown>;

function fieldOf(parent: GraphQLNamedType, name: string): AnyField | undefined {
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
  const named = Object.values(args).find((value) => Array.isArray(value)) as readonly unknown[] | undefined;
  return named?.length ?? pageSize;
}

type Arguments = Readonly<Record<string, unknown>> & { readonly first?: number; readonly last?: number };

function argumentsOf(
  { arguments: nodes = [] }: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): Arguments {
  return Object.fromEntries(
    nodes.map(({ name, value }) => [name.value, valueFromASTUntyped(value, variables)]),
  );
}
