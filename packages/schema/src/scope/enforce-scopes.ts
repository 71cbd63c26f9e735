import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Context } from '../context.ts';
import { isNarrower, maySee, type Scope, type ScopeExtensions, scopeOf } from './scope.ts';

type Field = GraphQLField<unknown, Context>;

/** Whatever has a global id is told through `node`, which asks the scope of the type itself. */
const NODE = 'Node';

/**
 * Checks that every field says who may see it, and lets those that are not public answer to nobody else. Public
 * fields stay as they are.
 *
 * @throws Error naming each field that says nothing, or that would tell of a type to whom the type is not for
 */
export function enforceScopes(schema: GraphQLSchema): GraphQLSchema {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const problems = types
    .filter((type) => !isIntrospectionType(type))
    .flatMap((type) => Object.values(type.getFields()).flatMap((field) => enforceScope(schema, type, field)));
  if (problems.length > 0) throw new Error(`The scopes of the contract do not hold:\n${problems.join('\n')}`);
  return schema;
}

function enforceScope(schema: GraphQLSchema, type: GraphQLObjectType, field: Field): readonly string[] {
  const name = `${type.name}.${field.name}`;
  const own = scopeOf(name, field.extensions);
  // What stands at a root is of many kinds: each says it for itself.
  const scope = own ?? (isRoot(schema, type) ? undefined : scopeOf(type.name, type.extensions));
  if (scope === undefined) return [`${name} says not who may see it. Expected extensions: { scope: … }.`];
  if (scope !== 'PUBLIC') guard(field, scope);
  const problems = narrowerThan(schema, field, scope).map(
    (narrower) => `${name} is for ${scope}, yet it tells of ${narrower}, which is for fewer.`,
  );
  if (scope !== 'PUBLIC' && type === schema.getSubscriptionType()) {
    problems.push(`${name} is not public. Streams are shared by all who ask the same.`);
  }
  if (scope !== 'PUBLIC' && own !== undefined && !canBeAbsent(field)) {
    problems.push(`${name} must tell something. Expected it to be nullable, a list, or to say \`absent\`.`);
  }
  return problems;
}

function isRoot(schema: GraphQLSchema, type: GraphQLObjectType): boolean {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(type);
}

/** Types that a field may tell of, and that are for fewer than the field. */
function narrowerThan(schema: GraphQLSchema, { type }: Field, scope: Scope): string[] {
  const told = getNamedType(type);
  if (told.name === NODE) return [];
  const types = isAbstractType(told) ? schema.getPossibleTypes(told) : [told].filter(isObjectType);
  return types
    .filter(({ name, extensions }) => isNarrower(scopeOf(name, extensions) ?? 'PUBLIC', scope))
    .map(({ name }) => name);
}

function listOf(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

function isConnection({ type }: Field): boolean {
  return getNamedType(type).name.endsWith('Connection');
}

function canBeAbsent(field: Field): boolean {
  const { absent } = field.extensions as Partial<ScopeExtensions>;
  return absent !== undefined || !isNonNullType(field.type) || listOf(field.type) || isConnection(field);
}

const EMPTY_PAGE = {
  edges: [],
  nodes: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  totalCount: async () => 0,
};

function absentFrom(field: Field): (args: Readonly<Record<string, unknown>>) => unknown {
  const { absent } = field.extensions as Partial<ScopeExtensions>;
  if (absent !== undefined) return absent;
  if (!isNonNullType(field.type)) return () => null;
  if (listOf(field.type)) return () => [];
  if (isConnection(field)) return () => EMPTY_PAGE;
  return () => {
    throw new Error(`${field.name} was asked of a record that its viewer may not see.`);
  };
}

/** Lets a field answer as if nothing were there, before anything is read. */
function guard(field: Field, scope: Scope): void {
  const { resolve = defaultFieldResolver } = field;
  const absent = absentFrom(field);
  field.resolve = (source, args, context, info) =>
    maySee(context, scope) || source === EMPTY_PAGE ? resolve(source, args, context, info) : absent(args);
}
