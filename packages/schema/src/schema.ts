// Every concept adds its types and fields to the builder by being imported, in the order in which each may
// know the ones before it.
import './scalar/type.ts';
import './source/query.ts';
import './place/query.ts';
import './organization/query.ts';
import './project/query.ts';
import './activity/query.ts';
import './open-call/query.ts';
import './indicator/query.ts';
import './publication/query.ts';
import './publication/subscription.ts';
import './measurement/query.ts';
import './figure/query.ts';
import './figure/sum-query.ts';
import './statistics/query.ts';
import type { GraphQLSchema } from 'graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { builder } from './builder.ts';

/** The executable schema. */
export const schema: GraphQLSchema = builder.toSchema({ sortSchema: true });

/** The contract as a document in the schema definition language, sorted. */
export function printContract(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
