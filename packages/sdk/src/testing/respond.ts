import type { Executed } from './execute.ts';
import type { Failure, FailureDetails } from './failure.ts';
import type { TestRequest } from './request.ts';

const JSON_TYPE = 'application/graphql-response+json; charset=utf-8';

/** What an answer tells of itself. */
type Told = { readonly id: string; readonly dataVersion: number };

/** Makes the HTTP answer. A GET that was answered wholly may be kept, and asked again by its ETag. */
export async function respond(
  { method, headers }: TestRequest,
  { status, body }: Executed,
  { id, dataVersion }: Told,
) {
  const text = JSON.stringify(body);
  const told = {
    vary: 'Accept, Accept-Language',
    'x-request-id': id,
    'x-data-version': String(dataVersion),
    'x-as-of': AS_OF,
  };
  const json = { 'content-type': JSON_TYPE };
  if (method !== 'GET' || body.errors) return new Response(text, { status, headers: { ...told, ...json } });
  const etag = `"${await digestOf(text)}"`;
  const keepable = { ...told, 'cache-control': 'no-cache', etag };
  const asked = headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (!asked?.some((tag) => tag === etag || tag === '*')) {
    return new Response(text, { status, headers: { ...keepable, ...json } });
  }
  return new Response(null, { status: 304, headers: keepable });
}

/** As figures tell it that were given without one. */
const AS_OF = '2000-01-01T00:00:00.000Z';

async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The answer of a gateway that refuses, or of what is none; undefined when it answers rightly, if late. */
export function respondFailure({ kind, details }: Failure, id: string): Response | undefined {
  if (kind === 'rate-limited' || kind === 'unavailable') {
    const { retryAfterMs = kind === 'rate-limited' ? 0 : undefined } =
      details as FailureDetails['unavailable'];
    return kind === 'rate-limited'
      ? refuse(429, 'RATE_LIMITED', 'Too many requests. Try again later.', id, retryAfterMs)
      : refuse(
          503,
          'UNAVAILABLE',
          'The database cannot be reached at the moment. Try again later.',
          id,
          retryAfterMs,
        );
  }
  if (kind === 'expired-token')
    return refuse(401, 'UNAUTHENTICATED', 'The token has expired. Send another.', id);
  if (kind !== 'not-a-gateway') return undefined;
  const { status = 200 } = details as FailureDetails['not-a-gateway'];
  const page = '<!doctype html><title>Sample page</title><p>This is no gateway.</p>';
  return new Response(page, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

function refuse(status: number, code: string, message: string, id: string, retryAfterMs?: number): Response {
  const headers = {
    'content-type': JSON_TYPE,
    'x-request-id': id,
    ...(retryAfterMs !== undefined && {
      'retry-after': String(Math.ceil(retryAfterMs / 1000)),
      'retry-after-ms': String(retryAfterMs),
    }),
  };
  return new Response(JSON.stringify({ errors: [{ message, extensions: { code } }] }), { status, headers });
}

/** The same answer, with a body that breaks off in its middle. */
export async function breakOff(response: Response): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  let isSent = false;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (isSent) return controller.error(connectionError('terminated', 'ECONNRESET'));
      isSent = true;
      controller.enqueue(bytes.subarray(0, Math.ceil(bytes.length / 2)));
    },
  });
  return new Response(body, { status: response.status, headers: response.headers });
}

/** What `fetch` throws, in the words of Node. */
export function connectionError(message: string, code: string): TypeError {
  return new TypeError(message, { cause: Object.assign(new Error(code), { code }) });
}
