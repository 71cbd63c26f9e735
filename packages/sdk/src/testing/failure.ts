import type { ErrorCode } from '../generated/contract.ts';
import type { Operation } from '../operation.ts';
import { unknownName } from './check-fixture.ts';
import { quote } from './refusal.ts';
import { nameIn } from './request.ts';

/** What can go wrong, each with what may be said of it. */
export type FailureDetails = {
  /** 429 `RATE_LIMITED`. `retryAfterMs` is sent as `Retry-After` (in whole seconds) and `retry-after-ms`; 0 when left out. */
  readonly 'rate-limited': {
    /** Milliseconds. */
    readonly retryAfterMs?: number | undefined;
  };
  /** 503 `UNAVAILABLE`, as while its database is away. */
  readonly unavailable: {
    /** Milliseconds; not told when left out. */
    readonly retryAfterMs?: number | undefined;
  };
  /** 401 `UNAUTHENTICATED`, until a request comes with another `Authorization`. */
  readonly 'expired-token': Record<never, never>;
  /** `BAD_USER_INPUT`, as for a cursor that the gateway never told. Waits for a request with a cursor. */
  readonly 'stale-cursor': Record<never, never>;
  /**
   * An error at a field, and the rest of the data: null stands as near to the field as the contract allows. `path`
   * is as `error.path` tells it, joined by points and without positions in lists: `project.figures.target`. Waits for
   * a request that asks for the field.
   */
  readonly 'partial-data': {
    /** Where the error arises, such as `project.figures`. */
    readonly path: string;
    /** `INTERNAL_SERVER_ERROR` when left out. */
    readonly code?: ErrorCode | (string & {}) | undefined;
    /** What the error says; "The gateway failed." when left out. */
    readonly message?: string | undefined;
  };
  /** The right answer, so many milliseconds late. */
  readonly 'slow-answer': {
    /** Milliseconds. */
    readonly delayMs: number;
  };
  /** No connection at all. */
  readonly 'network-down': Record<never, never>;
  /** The connection ends without an answer. */
  readonly 'dropped-connection': Record<never, never>;
  /** The answer breaks off in its middle. */
  readonly 'dropped-stream': Record<never, never>;
  /**
   * A page of HTML, as a proxy or a wrong address answers; status 200 when left out. A request by hash is answered so
   * as well, and does not count: the client then sends the text.
   */
  readonly 'not-a-gateway': {
    /** HTTP status of the page. */
    readonly status?: number | undefined;
  };
};

/** Names of what can go wrong. */
export type FailureKind = keyof FailureDetails;

/** Which requests fail. */
export type FailureScope = {
  /** Requests of this operation alone: the operation, or its name. */
  readonly operation?: Operation<unknown, never> | undefined;
  /** So many requests; 1 when left out, `Infinity` for all until `reset`. */
  readonly times?: number | undefined;
};

/** Details and scope of a failure; may be left out where nothing is required. */
export type FailArguments<Kind extends FailureKind> =
  Record<never, never> extends FailureDetails[Kind]
    ? [options?: FailureDetails[Kind] & FailureScope]
    : [options: FailureDetails[Kind] & FailureScope];

/** A failure that waits for its requests. */
export type Failure = {
  readonly kind: FailureKind;
  readonly details: FailureDetails[FailureKind];
  /** Name of the operation; undefined for any. */
  readonly operation: string | undefined;
  left: number;
  /** `Authorization` of the first request that was refused, once there was one. */
  refused?: string | null;
};

/** Names of what may be said of each kind. */
const DETAILS: { readonly [Kind in FailureKind]: readonly (keyof FailureDetails[Kind])[] } = {
  'rate-limited': ['retryAfterMs'],
  unavailable: ['retryAfterMs'],
  'expired-token': [],
  'stale-cursor': [],
  'partial-data': ['path', 'code', 'message'],
  'slow-answer': ['delayMs'],
  'network-down': [],
  'dropped-connection': [],
  'dropped-stream': [],
  'not-a-gateway': ['status'],
};

/** @throws TypeError when it is none, or is told wrongly */
export function parseFailure(kind: FailureKind, options: object = {}): Failure {
  const { operation, times = 1, ...details } = options as FailureScope & Record<string, unknown>;
  if (!Object.hasOwn(DETAILS, kind)) {
    throw new TypeError(`There is no failure "${kind}". Expected one of ${Object.keys(DETAILS).join(', ')}.`);
  }
  const known: readonly string[] = DETAILS[kind];
  for (const name of Object.keys(details)) {
    if (!known.includes(name)) throw unknownName(name, `Failure "${kind}"`, [...known, 'operation', 'times']);
  }
  if (!(times >= 1)) throw new TypeError(`"times" is ${times}. Expected 1 or more.`);
  if (kind === 'partial-data' && typeof details.path !== 'string') {
    throw new TypeError(
      `"path" is ${quote(details.path)}. Expected names of fields, such as "project.figures".`,
    );
  }
  if (kind === 'slow-answer' && !(Number(details.delayMs) >= 0)) {
    throw new TypeError(`"delayMs" is ${quote(details.delayMs)}. Expected milliseconds.`);
  }
  const left = kind === 'expired-token' ? Infinity : times;
  return { kind, details: details as Failure['details'], operation: nameOf(operation), left };
}

/** @throws TypeError */
function nameOf(operation: FailureScope['operation']): string | undefined {
  if (operation === undefined) return undefined;
  const text = String(operation);
  const name = /^\w+$/.test(text) ? text : nameIn(text);
  if (name) return name;
  throw new TypeError('"operation" has no name. Expected a named operation, or the name of one.');
}
