// Every concept adds its types and fields to the builder by being imported, in the order in which each may
// know the ones before it.
import './scalar/type.ts';
import './source/query.ts';
import './place/query.ts';
import './organization/query.ts';
import './organization/contact-type.ts';
import './project/query.ts';
import './activity/query.ts';
import './open-call/query.ts';
import './indicator/query.ts';
import './publication/query.ts';
import './publication/subscription.ts';
import './measurement/query.ts';
import './measurement/mutation.ts';
import './figure/query.ts';
import './figure/sum-query.ts';
import './beneficiary/query.ts';
import './beneficiary/mutation.ts';
import './beneficiary/support-mutation.ts';
import './viewer/query.ts';
import './api-key/query.ts';
import './api-key/mutation.ts';
import './statistics/query.ts';
import './statistics/mutation.ts';
import type { GraphQLSchema } from 'graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { builder } from './builder.ts';
import { enforceScopes } from './scope/enforce-scopes.ts';

/** The executable schema. Each field answers to whom its scope lets see it. */
export const schema: GraphQLSchema = enforceScopes(builder.toSchema({ sortSchema: true }));

/** The contract as a document in the schema definition language, sorted. */
export function printContract(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
