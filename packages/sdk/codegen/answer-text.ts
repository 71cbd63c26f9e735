import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  type InlineFragmentNode,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { commentText, leafText, TYPENAME_COMMENT } from './type-text.ts';

type Selected = {
  /** Members by the key that the answer has them under. */
  readonly members: Map<string, string>;
  readonly fragments: Set<string>;
};

type Variant = { readonly selected: Selected; readonly names: readonly string[] };

/** The type of what a selection answers, with the contract's own words at each field. */
export function answerText(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  { selections }: SelectionSetNode,
  indent: string,
): string {
  const names = isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [type.name];
  const variants = new Map<string, Variant>();
  for (const name of names) {
    const selected = select(schema, type, name, selections, indent);
    const key = withoutComments(objectText({ selected, names: [] }, indent));
    const same = variants.get(key);
    variants.set(
      key,
      same
        ? { selected: merge(same.selected, selected), names: [...same.names, name] }
        : { selected, names: [name] },
    );
  }
  return [...variants.values()].map((variant) => objectText(variant, indent)).join(' | ');
}

/** One type for types that differ in nothing but what the contract says of their fields. */
function merge(a: Selected, b: Selected): Selected {
  const members = [...a.members].map(
    ([key, text]) => [key, text === b.members.get(key) ? text : withoutComments(text)] as const,
  );
  return { members: new Map(members), fragments: a.fragments };
}

function withoutComments(text: string): string {
  return text.replaceAll(/^ *\/\*\*[\s\S]*?\*\/\n/gm, '');
}

function select(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  objectName: string,
  selections: readonly SelectionNode[],
  indent: string,
): Selected {
  const selected: Selected = { members: new Map(), fragments: new Set() };
  for (const selection of selections) {
    // Such members may be absent, which no curated operation needs.
    if (selection.directives?.length) throw new Error('Directives are not supported in operations.');
    if (selection.kind === 'Field') {
      const key = selection.alias?.value ?? selection.name.value;
      if (selected.members.has(key) && selection.selectionSet)
        throw new Error(`Ask for ${key} in one place.`);
      selected.members.set(key, memberText(schema, type, key, selection, `${indent}  `));
    } else if (selection.kind === 'FragmentSpread') {
      selected.fragments.add(selection.name.value);
    } else {
      addInline(selected, schema, type, objectName, selection, indent);
    }
  }
  return selected;
}

function addInline(
  selected: Selected,
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  objectName: string,
  { typeCondition, selectionSet }: InlineFragmentNode,
  indent: string,
): void {
  const condition = schema.getType(typeCondition?.name.value ?? type.name);
  if (!isCompositeType(condition)) throw new Error('A fragment must be on a type with fields.');
  if (!holdsFor(schema, condition, objectName)) return;
  const inner = select(schema, condition, objectName, selectionSet.selections, indent);
  for (const [key, text] of inner.members) selected.members.set(key, text);
  for (const name of inner.fragments) selected.fragments.add(name);
}

function holdsFor(schema: GraphQLSchema, condition: GraphQLCompositeType, objectName: string): boolean {
  if (!isAbstractType(condition)) return condition.name === objectName;
  return schema.getPossibleTypes(condition).some(({ name }) => name === objectName);
}

function objectText({ selected, names }: Variant, indent: string): string {
  const typename = names.map((name) => `'${name}'`).join(' | ');
  const own = [...selected.members].map(([, text]) => text.replace(TYPENAME, typename)).join('');
  return [...selected.fragments, ...(own === '' ? [] : [`{\n${own}${indent}}`])].join(' & ');
}

/** Stands for the names of the types that a variant is for, known only when variants were compared. */
const TYPENAME = '<typename>';

function memberText(
  schema: GraphQLSchema,
  parent: GraphQLCompositeType,
  key: string,
  { name, selectionSet }: FieldNode,
  indent: string,
): string {
  if (name.value === '__typename')
    return `${commentText(TYPENAME_COMMENT, indent)}${indent}${key}: ${TYPENAME};\n`;
  const field = 'getFields' in parent ? parent.getFields()[name.value] : undefined;
  if (!field) throw new Error(`${parent.name}.${name.value} is not in the contract.`);
  const named = getNamedType(field.type);
  const inner =
    selectionSet && isCompositeType(named)
      ? answerText(schema, named, selectionSet, indent)
      : leafText(named);
  const comment = commentText(field.description, indent, field.deprecationReason);
  return `${comment}${indent}${key}: ${wrap(field.type, inner)};\n`;
}

function wrap(type: GraphQLOutputType, inner: string): string {
  if (!isNonNullType(type)) return `${wrapNonNull(type, inner)} | null`;
  return wrapNonNull(type.ofType, inner);
}

function wrapNonNull(type: GraphQLOutputType, inner: string): string {
  return isListType(type) ? `Array<${wrap(type.ofType, inner)}>` : inner;
}
