import type { GatewayError } from './error.ts';

// A good message says what was found, what was expected and what to do next. It never holds a header, a variable
// or a part of an address that may hold a secret: addresses are told without query and without user.

/** An address as a message may tell it. */
export function placeOf(url: URL): string {
  return `${url.origin}${url.pathname}`;
}

export function badUrl(): string {
  return 'The option "url" must be the address of the gateway, such as "https://data.example.org/graphql". Only a page in a browser may leave out the host.';
}

export function urlWithPassword(): string {
  return 'The option "url" must not hold a user or a password. Send them by the option "headers".';
}

export function badHeader(): string {
  return 'The option "headers" has a name or a value that HTTP does not allow, such as one with a line break in it.';
}

export function badLocale(): string {
  return 'The option "locale" must be EN, SR_LATN or SR_CYRL.';
}

export function badTimeout(): string {
  return 'The option "timeoutMs" must be a number of milliseconds above 0, or Infinity for none.';
}

export function noFetch(): string {
  return 'This platform has no fetch. Use Node 20 or later, or give one by the option "fetch".';
}

export function badVariables(): string {
  return 'The variables cannot be written as JSON: they hold a BigInt or refer to themselves.';
}

export function aborted(): string {
  return 'The request was aborted by its signal.';
}

export function timedOut(url: URL, timeoutMs: number): string {
  return `No answer from ${placeOf(url)} within ${timeoutMs} ms. Try again, or allow more time by "timeoutMs".`;
}

/** @param reason - what Node says of a failed connection, such as ECONNREFUSED; undefined in browsers */
export function noConnection(url: URL, reason: string | undefined): string {
  const where = placeOf(url);
  if (reason === undefined) {
    return `${where} cannot be reached. Check the address and the connection; in a browser also that the gateway allows this page (CORS), that the page's Content-Security-Policy allows it, and that a page on https asks over https.`;
  }
  if (reason === 'ECONNREFUSED') {
    return `Nothing listens at ${url.host} (${reason}). Is the gateway running, and are host and port of "url" right?`;
  }
  if (reason === 'ENOTFOUND' || reason === 'EAI_AGAIN') {
    return `The host ${url.hostname} is not known (${reason}). Check "url", and the connection to the internet.`;
  }
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_/.test(reason)) {
    return `No secure connection to ${url.host} (${reason}). Does the gateway answer on https there, with a certificate that this machine trusts?`;
  }
  return `The connection to ${url.host} failed or broke (${reason}). Try again.`;
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
  const found = `${placeOf(url)} answered ${status} with ${type}, which is not an answer of a gateway.`;
  if (redirectedTo) return `${found} It led on to ${placeOf(redirectedTo)}: is that the address to use?`;
  if (status === 401 || status === 403 || status === 407) {
    return `${found} It refuses access: check the option "headers" and any proxy.`;
  }
  if (status === 429) return `${found} There were too many requests: try again later.`;
  if (status >= 500) return `${found} The gateway or a proxy in front of it is not working: try again later.`;
  return `${found} Is "url" right? A gateway's address usually ends in /graphql.`;
}

/** The first of the gateway's errors, with where it arose and how many more there are. */
export function refused(
  code: string,
  errors: readonly GatewayError[],
  requestId: string | undefined,
): string {
  const [first] = errors;
  const path = first?.path?.length ? ` at ${first.path.join('.')}` : '';
  const more = errors.length > 1 ? ` (And ${errors.length - 1} more: see "errors".)` : '';
  const id = requestId !== undefined && code === 'INTERNAL_SERVER_ERROR' ? ` Request id: ${requestId}.` : '';
  return `${code}${path}: ${first?.message ?? 'The gateway gave no reason.'}${more}${id}`;
}
