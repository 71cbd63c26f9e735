import { ERROR_CODES, type ErrorCode } from '@reintegration/schema';
import type { GraphQLFormattedError } from 'graphql';
import { failureCodeOf } from '../request/failure.ts';
import { unwrapResolverError } from './apollo.ts';

/** Codes whose messages were written for the caller; any other message stays inside. */
const TOLD = new Set<unknown>([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'CONFLICT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'NOT_ADDITIVE',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_ONLY',
  'QUERY_TOO_COMPLEX',
  'UNAUTHENTICATED',
] satisfies ErrorCode[]);

/** Most characters of a message: some quote what the caller sent, however long that is. */
const MAX_MESSAGE_LENGTH = 500;

/** Whether errors of this code were meant for the caller. */
export function isTold(code: unknown): code is ErrorCode {
  return TOLD.has(code);
}

/** What of an error reaches the caller: the message if it was meant for it, else a fixed text. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { message, locations, path, extensions } = formatted;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  const code = extensions?.code;
  if (isTold(code)) return { message: shorten(message), ...place, extensions: { code } };
  const failure = failureCodeOf(unwrapResolverError(error));
  return { message: ERROR_CODES[failure], ...place, extensions: { code: failure } };
}

/** What graphql-js guesses of a quotation mark: nothing is guessed for a caller. */
const GUESS = /, did you mean .*$/;

function shorten(given: string): string {
  const message = given.replace(GUESS, '.');
  return message.length > MAX_MESSAGE_LENGTH ? `${message.slice(0, MAX_MESSAGE_LENGTH)}…` : message;
}
