import type { ErrorCode } from './generated/contract.ts';

/** What the client itself may find; the gateway's own codes are those of the contract. */
export type ClientErrorCode =
  /** The caller's signal aborted the request. */
  | 'ABORTED'
  /** An option or a variable cannot be used. */
  | 'BAD_OPTIONS'
  /** What answered is not a gateway, or a proxy answered for it. */
  | 'BAD_RESPONSE'
  /** A list cannot be read to its end: pages contradict each other, or it is not there. */
  | 'INCOMPLETE'
  /** No connection, or it broke. */
  | 'NETWORK'
  /** The option `auth` gave no token. A gateway that asks for one answers with the same code. */
  | 'UNAUTHENTICATED'
  /** No answer in time. The contract has the same code for a gateway that gave up. */
  | 'TIMEOUT';

/** Every code that this version knows. */
export type KnownErrorCode = ErrorCode | ClientErrorCode;

/** An error as the gateway told it. */
export type GatewayError = {
  /** What went wrong, in English. */
  readonly message: string;
  /** Where in the answer: field names, and positions in lists from 0. */
  readonly path?: readonly (string | number)[];
  /** `code` is one of the contract's `ErrorCode`. */
  readonly extensions?: Readonly<Record<string, unknown>>;
};

/** What an {@link ApiError} is made of. */
export type ApiErrorDetails = {
  /** HTTP status of the answer. */
  readonly status?: number | undefined;
  /** Finds the request in the gateway's log. */
  readonly requestId?: string | undefined;
  /** Whether the same request may succeed later; false when left out. */
  readonly retryable?: boolean;
  /** How long the gateway asks to wait before, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** Everything that the gateway complained of; nothing when left out. */
  readonly errors?: readonly GatewayError[];
  /** What the gateway answered in spite of the errors. */
  readonly data?: unknown;
};

// Registered, so that a program that loads the SDK twice (as ESM and as CommonJS) still knows its errors.
const BRAND = Symbol.for('@reintegration/sdk/ApiError');

/**
 * The one error of this package. Its message says what went wrong and how to mend it, and never holds headers,
 * tokens or variables; nor does anything else that is shown when the error is printed or logged. What the gateway says of
 * an argument is passed on as it is.
 *
 * @example
 * try {
 *   await client.run(ProjectFigures, { project: 'reintegration-ii' });
 * } catch (error) {
 *   if (isApiError(error, 'TIMEOUT')) return lastFigures;
 *   throw error;
 * }
 */
export class ApiError<Code extends string = KnownErrorCode | (string & {})> extends Error {
  /** What kind of error it is. Later versions may know more. */
  declare readonly code: Code;
  /** HTTP status of the answer; undefined when there was none. */
  declare readonly status: number | undefined;
  /** Finds the request in the gateway's log; undefined when the answer named none. */
  declare readonly requestId: string | undefined;
  /** Whether the same request may succeed later. */
  declare readonly retryable: boolean;
  /** How long the gateway asks to wait before, in milliseconds; undefined when it does not say. */
  declare readonly retryAfterMs: number | undefined;
  /** Where in the answer the first error arose; undefined when it concerns the whole. */
  declare readonly path: GatewayError['path'];
  /** Everything that the gateway complained of; empty when it did not come to that. */
  declare readonly errors: readonly GatewayError[];
  /** What the gateway answered in spite of the errors; undefined when nothing. Not shown when printed. */
  declare readonly data: unknown;

  constructor(code: Code, message: string, details: ApiErrorDetails = {}) {
    super(message);
    const { data, ...told } = details;
    const path = details.errors?.[0]?.path;
    Object.assign(this, { retryable: false, errors: [], ...told, code, path });
    // Records of people may be in it, and errors end up in logs.
    Object.defineProperty(this, 'data', { value: data });
  }

  /** Always `ApiError`. */
  override get name(): string {
    return 'ApiError';
  }

  /** @internal */
  get [BRAND](): true {
    return true;
  }

  /** The error as a log may keep it. */
  toJSON(): Record<string, unknown> {
    // The message stands on the error itself, but an error does not list it.
    return { ...(this as object), name: this.name, message: this.message };
  }
}

/**
 * Whether something caught is an {@link ApiError}, from whichever copy of this package, and of the code given.
 *
 * @example
 * if (isApiError(error, 'NOT_ADDITIVE')) showValuesOneByOne();
 */
export function isApiError(error: unknown): error is ApiError;
export function isApiError<Code extends KnownErrorCode | (string & {})>(
  error: unknown,
  code: Code,
): error is ApiError<Code>;
export function isApiError(error: unknown, code?: string): boolean {
  const { [BRAND]: isOne, code: found } = (error ?? {}) as { [BRAND]?: true; code?: string };
  return isOne === true && (code ?? found) === found;
}

/** What to throw for an option that cannot be used. What it was is not told: it may be a secret. */
export function badOption(name: string, expected: string): ApiError {
  return new ApiError('BAD_OPTIONS', `The option "${name}" must be ${expected}.`);
}
