import { readAnswer } from './answer.ts';
import { ApiError } from './error.ts';
import { noConnection } from './message.ts';
import type { Fetch, FetchResponse } from './platform.ts';

/**
 * Answers by address and language, each with what names it; empty for the hash of an operation that the gateway
 * does not know.
 */
export type KeptAnswers = Map<string, readonly [etag?: string, text?: string]>;

type Means = { readonly url: URL; readonly fetch: Fetch | undefined; readonly kept: KeptAnswers };

/** Most that a client keeps. */
const MOST_KEPT = 100;

/** What is sent: to an address of its own by GET, else as a body by POST. */
export type Message = {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
};

/** Sends one request and reads its answer. What a client still has is not sent by the gateway again. */
export async function send({ url, fetch, kept }: Means, { address, headers, body, signal }: Message) {
  // Looked up at each request: tests and instrumentation replace it after the client was made.
  const send: Fetch = fetch ?? globalThis.fetch;
  const key = address + headers['accept-language'];
  const [known, last] = kept.get(key) ?? [];
  const json = { 'content-type': 'application/json' };
  const init = address
    ? { method: 'GET', headers: known ? { ...headers, 'if-none-match': known } : headers }
    : { method: 'POST', headers: { ...headers, ...json }, body };
  let response: FetchResponse;
  let text: string;
  try {
    response = await send(address || url.href, { ...init, signal });
    text = (await response.text()) || (response.status === 304 && last) || '';
  } catch (error) {
    throw new ApiError('NETWORK', noConnection(url, reasonOf(error)), { retryable: true });
  }
  const answer = readAnswer(url, response, text);
  const { etag } = answer.meta;
  // Browsers keep answers themselves, and would ask the gateway for leave to send "If-None-Match".
  if (address && etag && !(globalThis as { location?: unknown }).location) {
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, [etag, text]);
  }
  return answer;
}

/** The system's name for what failed. The error itself may repeat headers, so that nothing else of it is kept. */
export function reasonOf(error: unknown): string {
  const { cause, code } = (error ?? {}) as {
    readonly cause?: { readonly code?: unknown };
    readonly code?: unknown;
  };
  const reason = `${cause?.code ?? code}`;
  return /^[A-Z][A-Z0-9_]{2,60}$/.test(reason) ? reason : '';
}
