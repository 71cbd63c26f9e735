import { readAnswer } from './answer.ts';
import { ApiError, badOption } from './error.ts';
import { noConnection } from './message.ts';
import type { Fetch } from './platform.ts';

/** Sends one request and reads its answer. */
export async function send(url: URL, init: Parameters<Fetch>[1], fetch: Fetch | undefined) {
  // Looked up at each request: tests and instrumentation replace it after the client was made.
  const send: Fetch | undefined = fetch ?? globalThis.fetch;
  if (typeof send !== 'function') throw badOption('fetch', 'given: this platform has none');
  let response: Awaited<ReturnType<Fetch>>;
  let text: string;
  try {
    response = await send(url.href, init);
    text = await response.text();
  } catch (error) {
    throw new ApiError('NETWORK', noConnection(url, reasonOf(error)), { retryable: true });
  }
  return readAnswer(url, response, text);
}

/** The system's name for what failed. The error itself may repeat headers, so that nothing else of it is kept. */
function reasonOf(error: unknown): string {
  const code = codeOf((error as { cause?: unknown } | null)?.cause) ?? codeOf(error);
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(code) ? code : '';
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown } | null | undefined)?.code;
}
