import { type GraphQLResolveInfo, responsePathAsArray } from 'graphql';
import type { Context } from '../context.ts';

/** Where something stands in an answer. */
export type AnswerPath = readonly (string | number)[];

const told = new WeakMap<Context, AnswerPath[]>();

/** Tells a secret in this answer, and in none that is given again for the same idempotency key: it is kept nowhere. */
export function tellOnce<Secret>(context: Context, { path }: GraphQLResolveInfo, secret: Secret): Secret {
  told.set(context, [...toldOnceIn(context), responsePathAsArray(path)]);
  return secret;
}

/** Where an answer tells secrets. */
export function toldOnceIn(context: Context): AnswerPath[] {
  return told.get(context) ?? [];
}
