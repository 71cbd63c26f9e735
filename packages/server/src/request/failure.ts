import type { ErrorCode } from '@reintegration/schema';

/** Codes that tell of a failure of ours, each with the HTTP status that says the same. */
export const FAILURE_STATUS = {
  UNAVAILABLE: 503,
  TIMEOUT: 504,
  INTERNAL_SERVER_ERROR: 500,
} as const satisfies Partial<Record<ErrorCode, number>>;

/** A code that tells of a failure of ours. */
export type FailureCode = keyof typeof FAILURE_STATUS;

/** Seconds after which trying again may be of use. */
export const RETRY_AFTER = '2';

// PostgreSQL's own codes: query_canceled, lock_not_available; connection exceptions, shutting down, too many
// connections. Then those of the operating system.
const TIMED_OUT = /^(?:57014|55P03)$/;
const UNREACHABLE = /^(?:08|57P0|53300|ECONN|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)/;
// The pool and the driver give these no code.
const LOST =
  /timeout exceeded when trying to connect|Connection terminated|connection error and is not queryable/;

/** What kind of failure an error is, by its cause. */
export function failureCodeOf(cause: unknown): FailureCode {
  const { code, message } = (cause ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  if (typeof code === 'string' && TIMED_OUT.test(code)) return 'TIMEOUT';
  if (typeof code === 'string' && UNREACHABLE.test(code)) return 'UNAVAILABLE';
  if (typeof message === 'string' && LOST.test(message)) return 'UNAVAILABLE';
  return 'INTERNAL_SERVER_ERROR';
}
