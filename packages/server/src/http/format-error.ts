import { unwrapResolverError } from '@apollo/server/errors';
import { ERROR_CODES, type ErrorCode } from '@reintegration/schema';
import type { GraphQLFormattedError } from 'graphql';

/** Codes whose messages were written for the caller; any other message stays inside. */
const TOLD = new Set<string>([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'NOT_ADDITIVE',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'QUERY_TOO_COMPLEX',
] satisfies ErrorCode[]);

// PostgreSQL's own codes: query_canceled; connection exceptions, shutting down, too many connections.
const CANCELED = '57014';
const UNREACHABLE = /^(?:08|57P0|53300|ECONN|ENOTFOUND|EPIPE|ETIMEDOUT)/;

function databaseCode(error: unknown): ErrorCode | null {
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  if (code === CANCELED) return 'TIMEOUT';
  if (typeof code === 'string' && UNREACHABLE.test(code)) return 'UNAVAILABLE';
  // The pool and the driver give these no code.
  const isLost =
    typeof message === 'string' &&
    /timeout exceeded when trying to connect|Connection terminated/.test(message);
  return isLost ? 'UNAVAILABLE' : null;
}

/**
 * What of an error reaches the caller: errors that were meant for it keep their message, less any hint at
 * names that it did not ask for; all others become a fixed text.
 *
 * @param onInternal - told each error whose message stays inside
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  onInternal: (error: unknown) => void,
): GraphQLFormattedError {
  const code = formatted.extensions?.code;
  const place = {
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
  };
  if (typeof code === 'string' && TOLD.has(code)) {
    const message = formatted.message.replace(/\s*Did you mean .*\?$/s, '');
    return { message, ...place, extensions: { code } };
  }
  const cause = unwrapResolverError(error);
  const internal = databaseCode(cause) ?? 'INTERNAL_SERVER_ERROR';
  onInternal(cause);
  return { message: ERROR_CODES[internal], ...place, extensions: { code: internal } };
}
