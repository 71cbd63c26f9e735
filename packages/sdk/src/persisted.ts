import type { ApiError } from './error.ts';

/** Longest address that is asked: proxies cut or refuse longer ones. */
const LONGEST_URL = 4_000;

/** An operation as a gateway may know it. */
export type Persisted = {
  /** SHA-256 of the text, in hexadecimal; undefined when the operation does not tell it. */
  readonly hash: string | undefined;
  readonly query: string;
};

/** Takes the hash out of the first line of an operation, where curated ones have it. */
export function parseOperation(operation: unknown): Persisted {
  const text = String(operation);
  const [, hash, query = text] = /^#(\w{64})\n([\s\S]+)/.exec(text) ?? [];
  return { hash, query };
}

/**
 * The address of an answer (GraphQL over HTTP, appendix "Persisted Documents"), so that caches on the way may keep
 * it; empty when it would be too long.
 */
export function persistedUrl({ href, search }: URL, hash: string, variables: string): string {
  const document = `${search ? '&' : '?'}documentId=sha256:${hash}`;
  const found = `${href}${document}&variables=${encodeURIComponent(variables)}`;
  return found.length > LONGEST_URL ? '' : found;
}

/** Whether the gateway, or a proxy before it, wants the text instead. */
export function wantsText({ code, retryable }: ApiError): boolean {
  return !retryable && /^PERSISTED|^BAD_RE/.test(code);
}
