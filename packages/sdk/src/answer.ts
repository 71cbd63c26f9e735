import { ApiError, type GatewayError } from './error.ts';
import { notGraphql, refused } from './message.ts';
import { type Meta, readMeta } from './meta.ts';
import { urlOrNull } from './options.ts';
import type { FetchResponse } from './platform.ts';
import { retryAfterMsOf } from './retry.ts';

/** Statuses after which the same request may succeed. */
const RETRYABLE_STATUSES = /408|429|50[234]/;
/** A failure inside the gateway, which trying again seldom mends. */
const FAILED = 'INTERNAL_SERVER_ERROR';
/** Codes of the contract after which the same request may succeed. */
const RETRYABLE_CODES = /^(RATE_LIMITED|TIMEOUT|UNAVAILABLE)$/;

/** What one request brought. */
export type Read = { readonly data: unknown; readonly meta: Omit<Meta, 'attempts'> };

/**
 * Takes the data out of an answer.
 *
 * @throws ApiError BAD_RESPONSE when it is no answer of a gateway, else the gateway's own code
 */
export function readAnswer(url: URL, response: FetchResponse, body: string): Read {
  const { status } = response;
  const requestId = safeHeader(response, 'x-request-id', /^[\w.:-]{1,128}$/);
  const found = { status, requestId, retryAfterMs: retryAfterMsOf(response) };
  const mayRecover = RETRYABLE_STATUSES.test(`${status}`);
  const answer = parseAnswer(body);
  if (answer === null) {
    const type = safeHeader(response, 'content-type', /^[\w.+-]+\/[\w.+-]+/) ?? 'no type';
    // Where redirects led, too.
    const message = notGraphql(urlOrNull(response.url ?? '') ?? url, status, type, mayRecover);
    throw new ApiError('BAD_RESPONSE', message, { ...found, retryable: mayRecover });
  }
  const { data, errors } = answer;
  if (errors.length === 0) return { data, meta: readMeta(response, requestId) };
  const told = errors[0]?.extensions?.code;
  // Gateways of other makes leave the code out.
  const code = typeof told === 'string' ? told : FAILED;
  throw new ApiError(code, refused(code, errors), {
    ...found,
    errors,
    data: data ?? undefined,
    retryable: RETRYABLE_CODES.test(code) || (told !== FAILED && mayRecover),
  });
}

type Answer = {
  readonly data?: unknown;
  readonly errors: readonly GatewayError[];
};

function parseAnswer(body: string): Answer | null {
  try {
    const answer: { data?: unknown; errors?: unknown } = JSON.parse(body);
    const errors = Array.isArray(answer.errors) ? answer.errors : [];
    const isWhole = errors.length > 0 ? errors.every(isGatewayError) : Object(answer.data) === answer.data;
    return isWhole ? { ...answer, errors } : null;
  } catch {
    return null;
  }
}

function isGatewayError(value: unknown): value is GatewayError {
  return typeof (value as GatewayError | null)?.message === 'string';
}

/** A header that goes into messages and logs, or undefined when it does not look as it should. */
function safeHeader({ headers }: FetchResponse, name: string, pattern: RegExp): string | undefined {
  return pattern.exec(headers.get(name) ?? '')?.[0];
}
