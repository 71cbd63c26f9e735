import {
  buildSchema,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { contractText } from '../generated/contract-text.ts';

let schema: GraphQLSchema | undefined;

/** The contract as graphql-js executes it, with enums that are open in answers: a later gateway may know more values. */
export function contractSchema(): GraphQLSchema {
  if (schema) return schema;
  schema = buildSchema(contractText);
  for (const type of Object.values(schema.getTypeMap())) {
    // By its name in graphql 16, and by that in 17.
    const open = { serialize: String, coerceOutputValue: String };
    if (isEnumType(type) && !type.name.startsWith('__')) Object.assign(type, open);
  }
  return schema;
}

/** Type of the nodes of a connection; null for any other type. */
export function nodeTypeOf(type: GraphQLNamedType): GraphQLNamedType | null {
  const { pageInfo, nodes } = isObjectType(type) ? type.getFields() : {};
  return pageInfo && nodes ? getNamedType(nodes.type) : null;
}

/** What a field gives, whether alone, in a list or in pages. */
export function itemTypeOf(type: GraphQLOutputType): GraphQLNamedType {
  const named = getNamedType(type);
  return nodeTypeOf(named) ?? named;
}

/** Whether a field gives many: a list or a connection. */
export function isMany(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type) || nodeTypeOf(getNamedType(type)) !== null;
}

/** Whether records of a type are known by their code. */
export function hasCode(type: GraphQLObjectType): boolean {
  return 'code' in type.getFields();
}
