import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const ACCEPTED = /^[\w.-]{1,64}$/;

/** The caller's own `X-Request-Id`, when it is a short word. */
export function givenRequestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string | undefined {
  const given = headers['x-request-id'];
  return typeof given === 'string' && ACCEPTED.test(given) ? given : undefined;
}

/** The id of a request: the caller's own, else a new one. */
export function requestIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  return givenRequestIdOf(request) ?? randomUUID();
}
