import type { IncomingMessage } from 'node:http';
import { findKeyIn } from '@reintegration/schema';

/** What a request shows of who sends it. */
export type Credential =
  | { readonly kind: 'none' }
  /** An API key, by its hash: the key itself goes no further. */
  | { readonly kind: 'key'; readonly hash: string }
  | { readonly kind: 'token'; readonly token: string }
  /** Signed, though by nothing that could be anybody's. */
  | { readonly kind: 'malformed' };

/** Longest token that is looked at, in characters. */
const LONGEST_TOKEN = 8_000;
const BEARER = /^bearer +([\w.~+/-]+=*) *$/i;
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Reads who sends a request from its `Authorization`, the one header that says so. */
export function readCredential({
  headers: { authorization },
  headersDistinct,
}: Pick<IncomingMessage, 'headers'> & Partial<Pick<IncomingMessage, 'headersDistinct'>>): Credential {
  if (authorization === undefined) return { kind: 'none' };
  // A request that was made up within the process has no raw headers.
  const isGivenTwice = (headersDistinct?.authorization?.length ?? 1) > 1;
  const [, text] = (authorization.length <= LONGEST_TOKEN && BEARER.exec(authorization)) || [];
  if (isGivenTwice || text === undefined) return { kind: 'malformed' };
  const key = findKeyIn(text);
  if (key !== null) return { kind: 'key', hash: key.hash };
  return TOKEN.test(text) ? { kind: 'token', token: text } : { kind: 'malformed' };
}
