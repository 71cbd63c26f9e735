import {
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type InlineFragmentNode,
  isAbstractType,
  Kind,
  type SelectionSetNode,
  type TypeNode,
  typeFromAST,
} from 'graphql';

/** What asks for a field, once or several times. */
export type FieldNodes = readonly [FieldNode, ...FieldNode[]];

/** Fragments of a document, by name. */
export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/**
 * The fields that are asked of an object, by their names in the answer and in its order. What is asked several times
 * under one name stands together. Conditions must have been resolved before.
 */
export function collectFields(
  { schema, fragments }: { readonly schema: GraphQLSchema; readonly fragments: Fragments },
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): ReadonlyMap<string, FieldNodes> {
  const fields = new Map<string, [FieldNode, ...FieldNode[]]>();
  const spread = new Set<string>();
  const holdsFor = (condition: TypeNode | undefined) => {
    if (condition === undefined) return true;
    const asked = typeFromAST(schema, condition as never);
    return asked === type || (isAbstractType(asked) && schema.isSubType(asked, type));
  };
  const inner = (selection: InlineFragmentNode | FragmentSpreadNode) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return selection;
    const { value } = selection.name;
    if (spread.has(value)) return undefined;
    spread.add(value);
    return fragments[value];
  };
  const collect = ({ selections }: SelectionSetNode) => {
    for (const selection of selections) {
      if (selection.kind !== Kind.FIELD) {
        const fragment = inner(selection);
        if (fragment && holdsFor(fragment.typeCondition)) collect(fragment.selectionSet);
        continue;
      }
      const name = (selection.alias ?? selection.name).value;
      const same = fields.get(name);
      if (same) same.push(selection);
      else fields.set(name, [selection]);
    }
  };
  for (const set of sets) collect(set);
  return fields;
}
