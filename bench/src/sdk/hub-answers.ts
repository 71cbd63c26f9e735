import { readFile } from 'node:fs/promises';
import {
  buildSchema,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  graphql,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

export const LIST_LENGTH = 250;

/** A question as a client sent it: with its text, or with the hash that the hub knows it by. */
export type Question = {
  readonly query?: string | undefined;
  readonly documentId?: string | undefined;
  readonly variables?: Record<string, unknown>;
};

/** What answers questions about the hub's own contract. */
export async function createHubAnswers(): Promise<(question: Question) => Promise<unknown>> {
  const contract = new URL('../../../packages/schema/schema.graphql', import.meta.url);
  const schema = buildSchema(await readFile(contract, 'utf8'));
  const documents = await import('@reintegration/sdk/persisted-documents.json', { with: { type: 'json' } });
  const known = new Map(Object.entries(documents.default));
  const rootValue = { cities: pageOf, activities: pageOf };
  return ({ documentId = '', query = known.get(documentId.replace('sha256:', '')) ?? '', variables }) =>
    graphql({
      schema,
      source: query,
      rootValue,
      variableValues: variables,
      fieldResolver: resolverFor(schema),
      typeResolver: (_value, _context, _info, type) => schema.getPossibleTypes(type)[0]?.name,
    });
}

type Page = { readonly first?: number; readonly after?: string | null };

/** A page of a list; what is in its records is made up by `resolverFor`. */
function pageOf({ first = 20, after }: Page) {
  const start = after ? Number(after) : 0;
  const end = Math.min(LIST_LENGTH, start + first);
  const nodes = Array.from({ length: end - start }, (_, index) => ({
    id: `id-${start + index}`,
    code: `code-${start + index}`,
  }));
  const pageInfo = { hasNextPage: end < LIST_LENGTH, endCursor: String(end) };
  return { nodes, totalCount: LIST_LENGTH, pageInfo };
}

/** Makes up what the contract wants and nobody gave: one item for each list, a value for all that may not be null. */
function resolverFor(schema: GraphQLSchema): GraphQLFieldResolver<unknown, unknown> {
  return (source, args, _context, { fieldName, returnType }) => {
    const given = (source as Readonly<Record<string, unknown>>)[fieldName];
    if (typeof given === 'function') return given(args);
    if (given !== undefined) return given;
    const named = getNamedType(returnType);
    const isComposite = isObjectType(named) || isAbstractType(named);
    const value = () => {
      if (isComposite) return {};
      if (isEnumType(named)) return named.getValues()[0]?.value;
      if (named === schema.getType('Boolean')) return false;
      return ['Int', 'Float'].includes(named.name) ? 1 : `${fieldName} of somebody`;
    };
    if (isListType(getNullableType(returnType))) return [value()];
    return isNonNullType(returnType) || isComposite ? value() : null;
  };
}
