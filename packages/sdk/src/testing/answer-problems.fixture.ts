import {
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { leafOf } from './leaf.ts';

type Context = { readonly schema: GraphQLSchema; readonly fragments: Map<string, FragmentDefinitionNode> };

/** Where an answer is not what the operation asked for, or not of the type that the contract tells. */
export function problemsInAnswer(schema: GraphQLSchema, text: string, data: unknown): string[] {
  const { definitions } = parse(text);
  const fragments = new Map(
    definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  );
  const operation = definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  const query = schema.getQueryType();
  if (!operation || !query) return ['There is no operation.'];
  return inObject({ schema, fragments }, query, operation.selectionSet, data, '');
}

function inObject(
  context: Context,
  type: GraphQLNamedType,
  { selections }: SelectionSetNode,
  value: unknown,
  where: string,
): string[] {
  if (typeof value !== 'object' || value === null) return [`${where} is no object`];
  const record = value as Record<string, unknown>;
  const own = isObjectType(type) ? type : context.schema.getType(String(record.__typename));
  if (!isObjectType(own)) return [`${where} has no type`];
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) {
      const name = selection.name.value;
      const key = selection.alias?.value ?? name;
      if (name === '__typename')
        return record[key] === own.name ? [] : [`${where}.${key} is not ${own.name}`];
      const field = own.getFields()[name];
      if (!field) return [`${own.name} has no ${name}`];
      return inValue(context, field.type, selection.selectionSet, record[key], `${where}.${key}`);
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : context.fragments.get(selection.name.value);
    const condition = fragment?.typeCondition?.name.value ?? own.name;
    if (!fragment || condition !== own.name) return [];
    return inObject(context, own, fragment.selectionSet, value, where);
  });
}

function inValue(
  context: Context,
  type: GraphQLOutputType,
  selectionSet: SelectionSetNode | undefined,
  value: unknown,
  where: string,
): string[] {
  if (isNonNullType(type)) {
    return value === null ? [`${where} is null`] : inValue(context, type.ofType, selectionSet, value, where);
  }
  if (value === null) return [];
  if (isListType(type)) {
    if (!Array.isArray(value)) return [`${where} is no list`];
    return value.flatMap((one, index) =>
      inValue(context, type.ofType, selectionSet, one, `${where}[${index}]`),
    );
  }
  if (isEnumType(type)) return type.getValue(String(value)) ? [] : [`${where} is ${value}`];
  if (isLeafType(type)) return leafOf(type).fits(value) ? [] : [`${where} is ${JSON.stringify(value)}`];
  return selectionSet ? inObject(context, type, selectionSet, value, where) : [`${where} has no fields`];
}
