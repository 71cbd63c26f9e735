import { type ApiError, badOption } from './error.ts';
import type { FetchResponse } from './platform.ts';

/** How often and when a request is sent again. */
export type RetryOptions = {
  /** Requests for one answer at most, the first among them. 3 when left out. */
  readonly maxAttempts?: number | undefined;
  /** Longest wait before the second request, in milliseconds; it doubles with each further one. 300 when left out. */
  readonly baseDelayMs?: number | undefined;
  /** Longest wait of all, in milliseconds. A gateway that asks for a longer one is not asked again. 10,000 when left out. */
  readonly maxDelayMs?: number | undefined;
  /**
   * Retries in store for all calls of a client together, and for all pages of one iteration; eight answers earn
   * a client a new one. It keeps a busy program from loading a gateway that is down. 50 when left out.
   */
  readonly budget?: number | undefined;
};

/** Retry options, complete. */
export type RetryPolicy = { readonly [Name in keyof RetryOptions]-?: number };

/** Retries in store, and what an answer adds to them. */
export type Budget = { left: number; readonly gain: number };

/** @throws ApiError BAD_OPTIONS */
export function parseRetry(retry: false | RetryOptions = {}): RetryPolicy {
  const {
    maxAttempts = retry ? 3 : 1,
    baseDelayMs = 300,
    maxDelayMs = 10_000,
    budget = 50,
  } = retry as RetryOptions;
  const policy = { maxAttempts, baseDelayMs, maxDelayMs, budget };
  if (!(maxAttempts >= 1 && Object.values(policy).every((value) => value >= 0))) {
    throw badOption('retry', 'false or numbers from 0, "maxAttempts" from 1');
  }
  return policy;
}

/**
 * Milliseconds to wait before a request is sent again; Infinity when it is not. They are left to chance, so that
 * many callers do not come back at once.
 */
export function delayMsOf(
  { maxAttempts, baseDelayMs, maxDelayMs }: RetryPolicy,
  budget: Budget,
  attempts: number,
  error: unknown,
): number {
  const { retryable, retryAfterMs = 0 } = error as Partial<ApiError>;
  const isSpent = budget.left < 1 || attempts >= maxAttempts;
  if (!retryable || isSpent || retryAfterMs > maxDelayMs) return Infinity;
  return Math.max(Math.random() * Math.min(maxDelayMs, baseDelayMs * 2 ** (attempts - 1)), retryAfterMs);
}

/** How long an answer asks to wait (RFC 9110, 10.2.3, and `retry-after-ms`), or undefined. */
export function retryAfterMsOf({ headers }: FetchResponse): number | undefined {
  const ms = headers.get('retry-after-ms');
  const after = headers.get('retry-after');
  const waits = [ms && Number(ms), after && Number(after) * 1000, after && Date.parse(after) - Date.now()];
  const wait = waits.find(Number.isFinite) as number | undefined;
  return wait && Math.max(0, wait);
}

/** Waits; for ever, when the signal aborts. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => clearTimeout(timer));
  });
}
