import type { IncomingHttpHeaders } from 'node:http';
import { RefusedRequest } from './refuse-request.ts';

const KEY = /^[\x21-\x7e](?:[\x20-\x7e]{0,253}[\x21-\x7e])?$/;

/**
 * Reads what names a request that writes; null when nothing does.
 *
 * @throws RefusedRequest when it cannot be kept as it is
 */
export function idempotencyKeyOf({ headers }: { readonly headers: IncomingHttpHeaders }): string | null {
  const key = headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key === 'string' && KEY.test(key)) return key;
  throw new RefusedRequest(
    400,
    'The header "Idempotency-Key" cannot be read. Expected 1 to 255 characters of ASCII, such as a UUID.',
  );
}
