import { ApiError, type GatewayError } from './error.ts';
import { notGraphql, refused } from './message.ts';
import { urlOrNull } from './options.ts';
import type { FetchResponse } from './platform.ts';

/** Statuses after which the same request may succeed. */
const RETRYABLE_STATUSES: ReadonlySet<number> = new Set([408, 425, 429, 502, 503, 504]);
/** Codes of the contract after which the same request may succeed. */
const RETRYABLE_CODES: ReadonlySet<string> = new Set(['TIMEOUT', 'UNAVAILABLE']);

/**
 * Takes the data out of an answer.
 *
 * @throws ApiError BAD_RESPONSE when it is no answer of a gateway, else the gateway's own code
 */
export function readAnswer(url: URL, response: FetchResponse, body: string): unknown {
  const { status } = response;
  const requestId = safeHeader(response, 'x-request-id', /^[\w.:-]{1,128}$/);
  const answer = parseAnswer(body);
  if (answer === null) {
    const type = safeHeader(response, 'content-type', /^[\w.+-]+\/[\w.+-]+/) ?? 'text of no type';
    const redirectedTo = response.redirected ? urlOrNull(response.url ?? '') : null;
    const message = notGraphql({ url, status, type: body === '' ? 'nothing' : type, redirectedTo });
    throw new ApiError('BAD_RESPONSE', message, {
      status,
      requestId,
      retryable: RETRYABLE_STATUSES.has(status),
    });
  }
  const { data, errors } = answer;
  if (errors.length === 0) return data;
  const code = codeOf(errors[0]);
  throw new ApiError(code, refused(code, errors, requestId), {
    status,
    requestId,
    errors,
    data: data ?? undefined,
    retryable: RETRYABLE_CODES.has(code) || RETRYABLE_STATUSES.has(status),
  });
}

type Answer = { readonly data: unknown; readonly errors: readonly GatewayError[] };

function parseAnswer(body: string): Answer | null {
  let answer: unknown;
  try {
    answer = JSON.parse(body);
  } catch {
    return null;
  }
  if (!isObject(answer)) return null;
  const { data, errors } = answer;
  if (Array.isArray(errors) && errors.length > 0) {
    return errors.every(isGatewayError) ? { data, errors } : null;
  }
  return isObject(data) ? { data, errors: [] } : null;
}

function isGatewayError(value: unknown): value is GatewayError {
  return isObject(value) && typeof value.message === 'string';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Gateways of other makes leave the code out. */
function codeOf(error: GatewayError | undefined): string {
  const code = error?.extensions?.code;
  return typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR';
}

/** A header that goes into messages and logs, or undefined when it does not look as it should. */
function safeHeader({ headers }: FetchResponse, name: string, pattern: RegExp): string | undefined {
  return pattern.exec(headers.get(name) ?? '')?.[0];
}
