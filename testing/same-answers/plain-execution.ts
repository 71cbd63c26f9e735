import {
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  isObjectType,
  lexicographicSortSchema,
  parse,
  validate,
} from 'graphql';
import { createContext, type Reader, schema } from '../../packages/schema/src/index.ts';
import type { Operation } from '../execute.ts';

/** The schema, but for what its resolvers are told: not which fields are asked for, so that they read all columns. */
function createPlainSchema(): GraphQLSchema {
  const copy = lexicographicSortSchema(schema);
  for (const type of Object.values(copy.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field;
      if (resolve === undefined) continue;
      field.resolve = (source, args, context, info) =>
        resolve(source, args, context, { ...info, fieldNodes: [] });
    }
  }
  return copy;
}

const plain = createPlainSchema();

/** What `graphql` itself answers: nothing is kept, compiled or left out. */
export async function executePlainly(
  reader: Reader,
  { document, variables = {}, locale = 'EN' }: Operation,
): Promise<ExecutionResult> {
  const parsed = parse(document);
  const errors = validate(plain, parsed, undefined, { hideSuggestions: true, maxErrors: 20 });
  if (errors.length > 0) return { errors };
  return execute({
    schema: plain,
    document: parsed,
    variableValues: variables,
    contextValue: createContext({ reader, locale }),
  });
}
