import type { IncomingMessage } from 'node:http';

/** Why a request is refused by its headers alone. */
export class RefusedRequest extends Error {
  override readonly name = 'RefusedRequest';
  readonly statusCode: 400 | 415;

  constructor(statusCode: 400 | 415, message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}

const HOST = /^(?:[\w.-]*|\[[\da-f:.]+\])(?::\d{1,5})?$/i;
const CHARSET = /;\s*charset\s*=?\s*"?([^\s;"]*)/gi;

/**
 * Refuses what proxies and caches in front may read otherwise than we do: a `Host` that is none, or given twice
 * (RFC 9112, 3.2), and a body in another encoding than UTF-8, as which we would read it (RFC 8259, 8.1).
 *
 * @throws RefusedRequest
 */
export function requireClearHeaders(request: IncomingMessage): void {
  const { headers } = request;
  if (!hasClearHost(request)) {
    throw new RefusedRequest(
      400,
      'The header "Host" is malformed. Expected one name or address, with a port or without.',
    );
  }
  for (const [, charset = ''] of headers['content-type']?.matchAll(CHARSET) ?? []) {
    if (!/^utf-?8$/i.test(charset)) {
      throw new RefusedRequest(
        415,
        'The body is in another encoding than UTF-8. Expected "application/json".',
      );
    }
  }
}

/** The last host that is none that is refused: most requests name the same. */
let latestHost = '';

/** Whether {@link requireClearHeaders} refuses no `Host`. */
export function hasClearHost({ headers, rawHeaders }: IncomingMessage): boolean {
  const host = headers.host ?? '';
  if (host !== latestHost) {
    if (!HOST.test(host)) return false;
    latestHost = host;
  }
  return countOf('host', rawHeaders) <= 1;
}

/** How often a header was given. A request that was made up within the process has no raw headers. */
function countOf(name: string, rawHeaders: readonly string[] = []): number {
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const given = rawHeaders[index] as string;
    if (given.length === name.length && given.toLowerCase() === name) count += 1;
  }
  return count;
}
