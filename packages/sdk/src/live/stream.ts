import type { Token } from '../auth.ts';
import { ApiError } from '../error.ts';
import type { Gateway } from '../exchange.ts';
import { noConnection } from '../message.ts';
import type { FetchResponse } from '../platform.ts';
import { retryAfterMsOf } from '../retry.ts';
import { reasonOf } from '../send.ts';
import { LONGEST_MS } from './bell.ts';
import { createEventReader } from './event-stream.ts';

const BODY = JSON.stringify({ query: 'subscription { figuresChanged { dataVersion } }' });

/** Statuses of a gateway that may have a stream the next time. */
const RETURNING = /408|429|50[0234]/;

/** What a stream tells while it lasts. */
export type StreamEvents = {
  readonly signal: AbortSignal;
  /** Milliseconds without a byte after which it counts as lost. */
  readonly heartbeatMs: () => number;
  readonly onOpen: () => void;
  /** @param dataVersion - the version that was published, when the gateway tells it */
  readonly onChange: (dataVersion: unknown) => void;
};

/** Why a stream is no more: there is none, it was refused, or it may be had again after a while. */
export type StreamEnd = {
  readonly isOffered: boolean;
  readonly isRefused?: boolean;
  /** Whether the gateway seems not to be there at all. */
  readonly isAway?: boolean;
  /** Why there is no connection. */
  readonly error?: ApiError;
  readonly retryAfterMs?: number | undefined;
};

/**
 * Follows one stream of changes to its end: GraphQL over server-sent events, distinct connections mode. It never
 * throws: without a stream, there is still asking.
 */
export async function followStream(
  { url, headers, fetch }: Gateway,
  token: Token,
  { signal, heartbeatMs, onOpen, onChange }: StreamEvents,
): Promise<StreamEnd> {
  const connection = new AbortController();
  const stop = () => connection.abort();
  signal.addEventListener('abort', stop, { signal: connection.signal });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hearBeat = () => {
    clearTimeout(timer);
    timer = setTimeout(stop, Math.min(heartbeatMs(), LONGEST_MS));
  };
  let hasAnswered = false;
  try {
    hearBeat();
    const response = await (fetch ?? globalThis.fetch)(url.href, {
      method: 'POST',
      headers: {
        ...headers,
        ...(token && { authorization: `Bearer ${token}` }),
        accept: 'text/event-stream',
        'content-type': 'application/json',
      },
      body: BODY,
      signal: connection.signal,
    });
    hasAnswered = true;
    const { status } = response;
    if (!isStream(response)) {
      const isOffered = RETURNING.test(`${status}`);
      return {
        isOffered,
        isRefused: status === 401,
        isAway: status > 501,
        retryAfterMs: retryAfterMsOf(response),
      };
    }
    onOpen();
    let isOffered = true;
    const read = createEventReader((type, data) => {
      if (type === 'complete') stop();
      if (type !== 'next' || connection.signal.aborted) return;
      const { data: changed, errors } = JSON.parse(data);
      // Gateways that know no such subscription say so in the stream.
      if (errors) isOffered = false;
      else onChange(changed?.figuresChanged?.dataVersion);
      if (errors) stop();
    });
    await readTexts(response, connection.signal, (text) => {
      hearBeat();
      read(text);
    });
    return { isOffered };
  } catch (reason) {
    if (hasAnswered || connection.signal.aborted) return { isOffered: true };
    const error = new ApiError('NETWORK', noConnection(url, reasonOf(reason)), { retryable: true });
    return { isOffered: true, isAway: true, error };
  } finally {
    clearTimeout(timer);
    stop();
  }
}

function isStream({ status, headers, body }: FetchResponse): boolean {
  return status === 200 && /^text\/event-stream\b/i.test(headers.get('content-type') ?? '') && !!body;
}

async function readTexts(
  { body }: FetchResponse,
  signal: AbortSignal,
  onText: (text: string) => void,
): Promise<void> {
  const reader = body?.getReader();
  // Not every stand-in for "fetch" ends a body with its signal.
  const cancel = () => void reader?.cancel().catch(() => {});
  signal.addEventListener('abort', cancel);
  const decoder = new TextDecoder();
  while (reader && !signal.aborted) {
    const { done, value } = await reader.read();
    if (done) return;
    onText(decoder.decode(value, { stream: true }));
  }
}
