import { GraphQLError } from 'graphql';
import type { ErrorCode } from '../generated/contract.ts';

/** An error as the gateway answers it. */
export function refusal(code: ErrorCode | (string & {}), message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

/** Refuses a request as a whole, wherever in it the reason was found: nothing of it is answered. */
export class RequestRefusal extends GraphQLError {}

/** A value, short enough for a message. */
export function quote(value: unknown): string {
  const text = (typeof value === 'function' ? 'a function' : JSON.stringify(value)) ?? String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
