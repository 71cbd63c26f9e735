import type { Token } from '../auth.ts';
import type { ApiError } from '../error.ts';
import type { Gateway } from '../exchange.ts';
import { backoffMs, createBell } from './bell.ts';
import { followStream, type StreamEnd } from './stream.ts';

/** How long a gateway without a stream is not asked for one. */
const NONE_FOR_MS = 600_000;
/** How long a stream must have been there, not to be waited for longer and longer. */
const LASTED_MS = 10_000;

/** What is heard from a gateway; one for all who listen, as browsers have few connections to spare. */
export type Feed = {
  /** `none` when the gateway has no stream, `lost` when it will be asked for it again soon. */
  state: 'opening' | 'open' | 'lost' | 'none';
  /** Grows with each change, and when one may have been missed. */
  changes: number;
  /** The version of the last change, when that is known. */
  dataVersion: unknown;
  /** Why the gateway was not there, when a stream that was lost could not be opened anew at once. */
  error?: ApiError | undefined;
};

export type Listener = { readonly heartbeatMs: number; readonly onNews: () => void };

type Source = {
  readonly feed: Feed;
  readonly listeners: Set<Listener>;
  noneUntil: number;
  stopper: AbortController;
};

const sources = new WeakMap<Gateway, Source>();

/** Listens to a gateway until the signal aborts. The stream is there as long as somebody listens. */
export function joinFeed(gateway: Gateway, listener: Listener, signal: AbortSignal): Feed {
  const source = sources.get(gateway) ?? {
    feed: { state: 'opening', changes: 0, dataVersion: undefined },
    listeners: new Set(),
    noneUntil: 0,
    stopper: new AbortController(),
  };
  sources.set(gateway, source);
  const { listeners } = source;
  listeners.add(listener);
  if (listeners.size === 1) {
    source.stopper = new AbortController();
    void keepOpen(gateway, source, source.stopper.signal);
  }
  signal.addEventListener('abort', () => {
    listeners.delete(listener);
    if (!listeners.size) source.stopper.abort();
  });
  return source.feed;
}

async function keepOpen(gateway: Gateway, source: Source, signal: AbortSignal): Promise<void> {
  const { feed, listeners } = source;
  const bell = createBell(signal);
  const heartbeatMs = () => Math.min(...[...listeners].map((listener) => listener.heartbeatMs));
  const tell = (news: Partial<Feed>) => {
    // Whoever listens now may have another stream already.
    if (signal.aborted) return;
    Object.assign(feed, news);
    for (const { onNews } of listeners) onNews();
  };
  let token: Token;
  let failures = 0;
  let openedAt = Infinity;
  let mayRenew = true;
  let wasOpen = false;
  const onChange = (dataVersion: unknown) => tell({ changes: feed.changes + 1, dataVersion });
  const missed = (error?: ApiError) => ({ changes: feed.changes + 1, dataVersion: undefined, error });
  const onOpen = () => {
    openedAt = Date.now();
    mayRenew = true;
    wasOpen = true;
    tell({ state: 'open', ...missed() });
  };
  /** Tells whether it was there just before. */
  const noteAway = (isAway = false) => {
    const isGone = isAway && wasOpen;
    wasOpen &&= !isAway;
    return isGone;
  };
  const connect = async (): Promise<StreamEnd> => {
    openedAt = Infinity;
    try {
      // Naming the last one makes the source ask for another.
      token = await gateway.tokenOf(token);
    } catch {
      return { isOffered: true };
    }
    return followStream(gateway, token, { signal, heartbeatMs, onOpen, onChange });
  };

  tell({ state: 'opening' });
  while (!signal.aborted) {
    const noneMs = source.noneUntil - Date.now();
    if (noneMs > 0) {
      tell({ state: 'none' });
      await bell.wait(noneMs);
      continue;
    }
    const { isOffered, isRefused, retryAfterMs = 0, isAway, error } = await connect();
    if (isOffered) {
      // One that lasted was no failure to open it.
      failures = Date.now() - openedAt > LASTED_MS ? 1 : failures + 1;
      // Whoever listens asks then, once: to know whether the gateway itself is gone.
      const isGone = noteAway(isAway) && !retryAfterMs;
      tell({
        state: 'lost',
        error: undefined,
        ...(isGone ? missed(error) : {}),
      });
      await bell.wait(Math.max(backoffMs(failures), retryAfterMs));
    } else if (isRefused && mayRenew) mayRenew = false;
    else source.noneUntil = Date.now() + NONE_FOR_MS;
  }
}
