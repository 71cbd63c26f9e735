import {
  type ASTNode,
  type DocumentNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isListType,
  isNonNullType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** What a node of a document uses of a contract. */
export type Use = {
  /** As a sentence names it: `Project.title`, `the argument "during" of Project.figures`. */
  readonly name: string;
  /** What to use instead, when it is deprecated. */
  readonly deprecationReason: string | null;
  /** What a field answers. */
  readonly type?: GraphQLOutputType;
};

/** What each field, argument, field of an input and value of an enum in a document uses. */
export function usesOf(schema: GraphQLSchema, document: DocumentNode): Map<ASTNode, Use> {
  const uses = new Map<ASTNode, Use>();
  const info = new TypeInfo(schema);
  const add = (node: ASTNode, name: string, of: { deprecationReason?: string | null | undefined }) =>
    uses.set(node, { name, deprecationReason: of.deprecationReason ?? null });
  const parent = () => info.getParentType()?.name;
  visit(
    document,
    visitWithTypeInfo(info, {
      Field(node) {
        const field = info.getFieldDef();
        if (!field) return;
        add(node, `${parent()}.${field.name}`, field);
        uses.set(node, { ...(uses.get(node) as Use), type: field.type });
      },
      Argument(node) {
        const argument = info.getArgument();
        const directive = info.getDirective();
        const owner = directive ? `@${directive.name}` : `${parent()}.${info.getFieldDef()?.name}`;
        if (argument) add(node, `the argument "${argument.name}" of ${owner}`, argument);
      },
      ObjectField(node) {
        const input = info.getParentInputType();
        const field = info.getInputType() && input ? fieldOf(input, node.name.value) : undefined;
        if (field && input) add(node, `${getNamedType(input).name}.${node.name.value}`, field);
      },
      EnumValue(node) {
        const value = info.getEnumValue();
        const type = getNamedType(info.getInputType());
        if (value && type) add(node, `the value ${value.name} of ${type.name}`, value);
      },
    }),
  );
  return uses;
}

type Input = NonNullable<ReturnType<TypeInfo['getParentInputType']>>;

function fieldOf(type: Input, name: string): { deprecationReason?: string | null | undefined } | undefined {
  const named = getNamedType(type);
  return 'getFields' in named ? named.getFields()[name] : undefined;
}

/** Whether a program that expects one type can read another. */
export function isReadableAs(expected: GraphQLOutputType, found: GraphQLOutputType): boolean {
  if (isNonNullType(expected)) return isNonNullType(found) && isReadableAs(expected.ofType, found.ofType);
  const inner = isNonNullType(found) ? found.ofType : found;
  if (isListType(expected)) return isListType(inner) && isReadableAs(expected.ofType, inner.ofType);
  if (isListType(inner)) return false;
  // Of objects, each field that is asked for is looked at by itself.
  if (isLeafType(expected) || isLeafType(inner)) return expected.name === inner.name;
  return true;
}
