import { GraphQLError } from 'graphql';

/** The codes of the contract's `ErrorCode`, each with what it tells the caller. */
export const ERROR_CODES = {
  BAD_USER_INPUT:
    'An argument or a variable is not what the contract asks for. Change it; trying again is of no use.',
  NOT_ADDITIVE: 'The sum that was asked for has no meaning: the indicator may not be added that way.',
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the contract.',
  OPERATION_RESOLUTION_FAILURE:
    'The document holds several operations and none, or an unknown one, was named.',
  QUERY_TOO_COMPLEX:
    'The document asks for too much at once: too deep, too many fields, or lists that are too long.',
  PERSISTED_QUERY_NOT_FOUND: 'No document of this hash is known. Send its text.',
  PERSISTED_QUERY_ONLY: 'The gateway answers the documents of its list only.',
  UNAUTHENTICATED:
    'The operation is for callers who say who they are, or the key or token in `Authorization` is wrong, expired or revoked.',
  CONFLICT: 'The idempotency key was used before for something else, or its answer is gone.',
  BAD_REQUEST: 'The HTTP request is not one that the gateway takes.',
  TIMEOUT: 'The answer took too long and was given up. Ask for less, or try again later.',
  UNAVAILABLE: 'The database cannot be reached at the moment. Try again later.',
  INTERNAL_SERVER_ERROR: 'The gateway failed. The request id finds the failure in its log.',
} as const;

/** A code of the contract's `ErrorCode`. */
export type ErrorCode = keyof typeof ERROR_CODES;

/** An error that the caller may read: its message says what was found, what was expected and how to mend it. */
export class ApiError extends GraphQLError {
  constructor(code: ErrorCode, message: string, options: { readonly cause?: unknown } = {}) {
    super(message, {
      extensions: { code },
      ...(options.cause instanceof Error && { originalError: options.cause }),
    });
    this.name = 'ApiError';
  }
}

/** Refuses an argument: what was found, and what was expected. */
export function badUserInput(message: string): ApiError {
  return new ApiError('BAD_USER_INPUT', message);
}

/** A value from outside, short enough for a message. */
export function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}
