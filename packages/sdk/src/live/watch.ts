import type { ApiError } from '../error.ts';
import type { Gateway } from '../exchange.ts';
import { backoffMs, createBell } from './bell.ts';
import { type Feed, joinFeed } from './feed.ts';
import type { LiveState } from './options.ts';
import { isHidden, onReturn } from './page.ts';

/** How changes are watched for. */
export type WatchOptions = {
  /** Undefined for a stand-in of a client: there is no stream then. */
  readonly gateway: Gateway | undefined;
  readonly intervalMs: number;
  readonly heartbeatMs: number;
  readonly onState: ((state: LiveState, error?: ApiError) => void) | undefined;
};

/** Knows when to ask again. */
export type Watch = {
  /** Takes all that was told so far as known; tells the version that it led to, when it is known. */
  begin(): unknown;
  /** Waits, after an answer, until there may be another one. */
  untilDue(version: unknown): Promise<void>;
  /** Waits until a failure may have passed. */
  waitOut(failures: number, error?: ApiError): Promise<void>;
};

/** A stream may be deaf though its heart beats: then, too, the gateway is asked now and then. */
const RARELY = 10;
/** How often the client by itself asks again. */
const TRIED = 2;
/** What is lost is asked for again after this time at the latest. */
const LONGEST_WAIT_MS = 30_000;
/** Those who hear of a change at the same moment ask within this time. */
const SPREAD_MS = 250;

/** Watches for changes until the signal aborts. */
export function createWatch(
  { gateway, intervalMs, heartbeatMs, onState }: WatchOptions,
  signal: AbortSignal,
): Watch {
  const bell = createBell(signal);
  const feed: Feed = gateway
    ? joinFeed(gateway, { heartbeatMs, onNews: bell.ring }, signal)
    : { state: 'none', changes: 0, dataVersion: undefined };
  let isBack = false;
  let seen = 0;
  let version: unknown;
  let told: LiveState | undefined;
  onReturn(() => {
    isBack = true;
    bell.ring();
  }, signal);

  const tell = (state: LiveState, error?: ApiError) => {
    if (state !== told) onState?.(state, error);
    told = state;
  };
  const isChanged = () => feed.changes !== seen && !(feed.dataVersion && feed.dataVersion === version);
  const tellLoss = () => {
    if (feed.error && isChanged()) tell('waiting', feed.error);
  };
  const isCalled = () => isBack || isChanged();
  const untilSeen = async () => {
    if (isHidden()) await bell.wait(Infinity, isCalled);
  };
  return {
    begin: () => {
      isBack = false;
      seen = feed.changes;
      return feed.dataVersion;
    },
    untilDue: async (answered) => {
      version = answered;
      for (;;) {
        const { state } = feed;
        // While it is asked for a stream for the first time, nobody knows yet.
        if (told || state !== 'opening') tell(state === 'open' ? 'streaming' : 'polling');
        const ms = (0.9 + Math.random() / 5) * intervalMs * (state === 'open' ? RARELY : 1);
        const isTime = await bell.wait(ms, () => feed.state !== state || isCalled());
        tellLoss();
        // Meanwhile a stream that was just opened may tell that nothing was missed.
        if (isChanged()) await bell.wait((1 - Math.random()) * SPREAD_MS, () => isBack);
        if (isTime || isCalled() || signal.aborted) break;
      }
      await untilSeen();
    },
    waitOut: async (failures, error) => {
      if (error) tell('waiting', error);
      if (error?.retryAfterMs) await bell.wait(error.retryAfterMs);
      // The client tried already, after waits that grew.
      const hasTried = error?.retryable && !error.retryAfterMs;
      const ms = backoffMs(hasTried ? failures + TRIED : failures);
      // One knocks for both: a stream that opens is told.
      const isLost = !!error && feed.state === 'lost';
      await bell.wait(
        isLost ? Math.max(ms, Math.min(intervalMs, LONGEST_WAIT_MS)) : ms,
        () => isBack || (isLost && (isChanged() || feed.state !== 'lost')),
      );
      await untilSeen();
    },
  };
}
