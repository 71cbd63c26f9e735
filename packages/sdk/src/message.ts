import type { GatewayError } from './error.ts';

// A good message says what was found, what was expected and what to do next. It never holds a header, a token, a
// variable or a part of an address that may hold a secret: addresses are told without query and without user.
// Every program carries all of them: they are short.

/** An address as a message may tell it. */
export function placeOf(url: URL): string {
  return url.origin + url.pathname;
}

export function aborted(): string {
  return 'Aborted by its signal.';
}

export function timedOut(url: URL, timeoutMs: number): string {
  return `No answer from ${placeOf(url)} within ${timeoutMs} ms. See "timeoutMs".`;
}

const HINTS: readonly (readonly [RegExp, string])[] = [
  [/REFUSED/, 'Is it running?'],
  [/NOTFOUND|AGAIN/, 'Is the host right?'],
  [/CERT|TLS|SSL|SIGNED|UNABLE/, 'Is its certificate trusted?'],
];

/** @param reason - what Node says of a failed connection, such as ECONNREFUSED; empty in browsers */
export function noConnection(url: URL, reason: string): string {
  const hint = HINTS.find(([pattern]) => pattern.test(reason))?.[1] ?? 'Try again.';
  const found = `${placeOf(url)} cannot be reached`;
  return reason
    ? `${found} (${reason}). ${hint}`
    : `${found}. Check "url" and network; in a browser also CORS, CSP and https.`;
}

/** What answered instead of a gateway. */
export type Stranger = {
  readonly url: URL;
  readonly status: number;
  /** Media type, such as text/html. */
  readonly type: string;
  /** Where a redirect led; null when there was none. */
  readonly redirectedTo: URL | null;
};

export function notGraphql({ url, status, type, redirectedTo }: Stranger): string {
  const found = `${placeOf(url)} answered ${status} with ${type}, not as a gateway.`;
  if (redirectedTo) return `${found} It led to ${placeOf(redirectedTo)}: is that "url"?`;
  if (/401|403|407/.test(`${status}`)) return `${found} Access refused: check "auth" and "headers".`;
  if (status === 429 || status >= 500) return `${found} Try again later.`;
  return `${found} Is "url" right? It often ends in /graphql.`;
}

/** The first of the gateway's errors, with where it arose and how many more there are. */
export function refused(
  code: string,
  errors: readonly GatewayError[],
  requestId: string | undefined,
): string {
  const [first] = errors;
  const path = first?.path?.length ? ` at ${first.path.join('.')}` : '';
  const more = errors.length > 1 ? ` (And ${errors.length - 1} more in "errors".)` : '';
  const id = requestId && code === 'INTERNAL_SERVER_ERROR' ? ` Request id: ${requestId}.` : '';
  return `${code}${path}: ${first?.message}${more}${id}`;
}
