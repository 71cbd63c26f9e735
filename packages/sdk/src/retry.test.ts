import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ApiError } from './error.ts';
import type { FetchResponse } from './platform.ts';
import { delayMsOf, parseRetry, retryAfterMsOf } from './retry.ts';

const now = Date.parse('2026-05-01T10:00:00Z');
beforeEach(() => {
  vi.useFakeTimers({ now });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const failure = (retryAfterMs?: number) =>
  new ApiError('UNAVAILABLE', 'x', { retryable: true, retryAfterMs });
const full = () => ({ left: 50, gain: 0 });

describe('the wait that an answer asks for', () => {
  test.each<[Record<string, string>, number | undefined]>([
    [{}, undefined],
    [{ 'retry-after': '2' }, 2_000],
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': '-3' }, 0],
    [{ 'retry-after': '1.5' }, 1_500],
    [{ 'retry-after': 'Fri, 01 May 2026 10:00:07 GMT' }, 7_000],
    [{ 'retry-after': 'Fri, 01 May 2026 09:00:00 GMT' }, 0],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after-ms': '150' }, 150],
    [{ 'retry-after-ms': '150', 'retry-after': '9' }, 150],
  ])('%o: %s', (headers, expected) => {
    const response: FetchResponse = { status: 503, headers: new Headers(headers), text: async () => '' };
    expect(retryAfterMsOf(response)).toBe(expected);
  });
});

describe('the wait before another try', () => {
  const policy = parseRetry({ maxAttempts: 10, baseDelayMs: 100, maxDelayMs: 1_000 });

  test.each([
    [1, 100],
    [2, 200],
    [3, 400],
    [4, 800],
    [5, 1_000],
    [9, 1_000],
  ])('after %i tries anything up to %i ms', (attempts, mostMs) => {
    for (const chance of [0, 0.25, 0.999]) {
      vi.spyOn(Math, 'random').mockReturnValue(chance);
      expect(delayMsOf(policy, full(), attempts, failure())).toBeCloseTo(chance * mostMs);
    }
  });

  test('never less than the gateway asks for', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    expect(delayMsOf(policy, full(), 1, failure(700))).toBe(700);
    expect(delayMsOf(policy, full(), 1, failure(10))).toBe(50);
  });

  test('none, when the gateway asks for more than may be waited', () => {
    expect(delayMsOf(policy, full(), 1, failure(1_001))).toBe(Number.POSITIVE_INFINITY);
  });

  test('none, when attempts or budget are spent, or when it is of no use', () => {
    expect(delayMsOf(policy, full(), 10, failure())).toBe(Number.POSITIVE_INFINITY);
    expect(delayMsOf(policy, { left: 0.9, gain: 0 }, 0, failure())).toBe(Number.POSITIVE_INFINITY);
    expect(delayMsOf(policy, full(), 0, new ApiError('BAD_USER_INPUT', 'x'))).toBe(Number.POSITIVE_INFINITY);
    expect(delayMsOf(policy, full(), 0, new Error('x'))).toBe(Number.POSITIVE_INFINITY);
    expect(delayMsOf(parseRetry(false), full(), 1, failure())).toBe(Number.POSITIVE_INFINITY);
  });
});
