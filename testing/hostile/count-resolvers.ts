import { type GraphQLSchema, isIntrospectionType, isObjectType } from 'graphql';

/**
 * Counts the resolvers of a schema that run, from now on. A field that is a property of its record has none.
 *
 * @returns how many ran since this was last asked
 */
export function countResolvers(schema: GraphQLSchema): () => number {
  let count = 0;
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      for (const part of ['resolve', 'subscribe'] as const) {
        const run = field[part];
        if (run === undefined) continue;
        field[part] = (...given) => {
          count += 1;
          return run(...given);
        };
      }
    }
  }
  return () => {
    const ran = count;
    count = 0;
    return ran;
  };
}
