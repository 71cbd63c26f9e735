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
  return `No answer from ${placeOf(url)} within ${timeoutMs} ms ("timeoutMs").`;
}

/** @param reason - what Node says of a failed connection, such as ECONNREFUSED; empty in browsers */
export function noConnection(url: URL, reason: string): string {
  const found = `${placeOf(url)} cannot be reached${reason && ` (${reason})`}`;
  return `${found}. Check "url" and network; in browsers CORS, CSP.`;
}

/** @param type - media type of what answered, such as text/html */
export function notGraphql(url: URL, status: number, type: string, mayRecover: boolean): string {
  const found = `${placeOf(url)} answered ${status} with ${type}: no gateway`;
  return found + (mayRecover ? '. Try again later.' : '. Check "url", "auth" and "headers".');
}

/** The first of the gateway's errors, with where it arose. */
export function refused(code: string, errors: readonly GatewayError[]): string {
  const [first] = errors;
  const path = first?.path?.length ? ` at ${first.path.join('.')}` : '';
  return `${code}${path}: ${first?.message}`;
}
