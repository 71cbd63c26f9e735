import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Answer, dataAnswer, errorAnswer, startServer } from './answering-server.fixture.ts';
import { createClient } from './client.ts';
import type { Operation } from './operation.ts';
import { DataVersion } from './operations.ts';

const mutation = 'mutation Record { record { id } }' as Operation<{ record: { id: string } }, object>;
const good = dataAnswer({ dataVersion: 3 });
const down = errorAnswer('UNAVAILABLE', 'Down.', { status: 503 });
const retry = { baseDelayMs: 1 };

afterEach(() => {
  vi.useRealTimers();
});

describe('is sent again', () => {
  test.each<[string, Answer]>([
    ['UNAVAILABLE', down],
    ['TIMEOUT in an answer', errorAnswer('TIMEOUT', 'Late.')],
    ['RATE_LIMITED', errorAnswer('RATE_LIMITED', 'Slowly.')],
    ['408', { status: 408 }],
    ['429', { status: 429 }],
    ['502', { status: 502 }],
    ['503', { status: 503 }],
    ['504', { status: 504 }],
    ['a broken answer', 'cut'],
  ])('after %s', async (_name, answer) => {
    const { url, received } = await startServer(answer, answer, good);
    expect(await createClient({ url, retry }).run(DataVersion)).toEqual({ dataVersion: 3 });
    expect(received).toHaveLength(3);
    expect(new Set(received.map(({ body }) => body))).toHaveLength(1);
  });

  test('a mutation with a key, which goes with each attempt', async () => {
    const { url, received } = await startServer(down, 'cut', dataAnswer({ record: { id: '1' } }));
    await createClient({ url, retry }).run(mutation, {}, { idempotencyKey: 'k-1' });
    expect(received.map(({ headers }) => headers['idempotency-key'])).toEqual(['k-1', 'k-1', 'k-1']);
  });
});

describe('is not sent again', () => {
  test.each<[string, Answer]>([
    ['INTERNAL_SERVER_ERROR', errorAnswer('INTERNAL_SERVER_ERROR', 'Oh.', { status: 500 })],
    ['BAD_USER_INPUT', errorAnswer('BAD_USER_INPUT', 'No.', { status: 400 })],
    ['UNAUTHENTICATED without a function to ask', errorAnswer('UNAUTHENTICATED', 'Who?', { status: 401 })],
  ])('after %s', async (_name, answer) => {
    const { url, received } = await startServer(answer);
    await expect(createClient({ url, retry, auth: 'a' }).run(DataVersion)).rejects.toThrow();
    expect(received).toHaveLength(1);
  });

  test('a mutation without a key', async () => {
    const { url, received } = await startServer(down);
    await expect(createClient({ url, retry }).run(mutation)).rejects.toThrow();
    expect(received).toHaveLength(1);
  });

  test('more often than allowed, or at all', async () => {
    const { url, received } = await startServer(down);
    await expect(createClient({ url, retry }).run(DataVersion)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
    });
    expect(received).toHaveLength(3);
    await expect(createClient({ url, retry: false }).run(DataVersion)).rejects.toThrow();
    expect(received).toHaveLength(4);
  });

  test('when all calls of the client together have spent the budget, until answers earn a new one', async () => {
    const answers = [...Array<Answer>(5).fill(down), ...Array<Answer>(10).fill(good), down, good];
    const { url, received } = await startServer(...answers);
    const client = createClient({ url, retry: { ...retry, budget: 2 } });
    for (let call = 0; call < 3; call += 1) await expect(client.run(DataVersion)).rejects.toThrow();
    expect(received).toHaveLength(5);
    for (let call = 0; call < 10; call += 1) await client.run(DataVersion);
    expect((await client.run(DataVersion).withMeta()).meta.attempts).toBe(2);
  });

  test('when the wait would end after the time of the caller', async () => {
    const late = errorAnswer('UNAVAILABLE', 'Down.', { status: 503, headers: { 'retry-after': '5' } });
    const { url, received } = await startServer(late);
    const startedAt = Date.now();
    await expect(createClient({ url }).run(DataVersion, {}, { timeoutMs: 3_000 })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      retryAfterMs: 5_000,
    });
    expect(Date.now() - startedAt).toBeLessThan(2_000);
    expect(received).toHaveLength(1);
  });
});

describe('waiting', () => {
  const answerOf = (headers: Record<string, string>) =>
    new Response('{"errors":[{"message":"x","extensions":{"code":"UNAVAILABLE"}}]}', {
      status: 503,
      headers,
    });
  const url = 'https://data.example.org/graphql';

  test.each([
    [{ 'retry-after': '2' }, 2_000],
    [{ 'retry-after': new Date(Date.parse('2026-05-01T10:00:04Z')).toUTCString() }, 4_000],
    [{ 'retry-after-ms': '1250' }, 1_250],
  ])('lasts as long as asked for: %o', async (headers, waitMs) => {
    vi.useFakeTimers({ now: Date.parse('2026-05-01T10:00:00Z') });
    const fetch = vi.fn(async () => answerOf(headers as Record<string, string>));
    const failed = expect(createClient({ url, fetch }).run(DataVersion)).rejects.toThrow();
    await vi.advanceTimersByTimeAsync(waitMs - 1);
    expect(fetch).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(fetch).toHaveBeenCalledTimes(2);
    await vi.runAllTimersAsync();
    await failed;
  });

  test('ends at once, and for good, when the signal aborts', async () => {
    vi.useFakeTimers();
    const fetch = vi.fn(async () => answerOf({ 'retry-after': '5' }));
    const controller = new AbortController();
    const call = createClient({ url, fetch }).run(DataVersion, {}, { signal: controller.signal });
    const failed = expect(call).rejects.toMatchObject({ code: 'ABORTED' });
    await vi.advanceTimersByTimeAsync(1_000);
    controller.abort();
    await failed;
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  test('an abort during the request leaves no timer', async () => {
    vi.useFakeTimers();
    const controller = new AbortController();
    const fetch = (_url: string, { signal }: { readonly signal: unknown }) =>
      new Promise<Response>((_resolve, reject) => {
        (signal as AbortSignal).addEventListener('abort', () => reject(new Error('aborted')));
      });
    const call = createClient({ url, fetch }).run(DataVersion, {}, { signal: controller.signal });
    const failed = expect(call).rejects.toMatchObject({ code: 'ABORTED' });
    controller.abort();
    await failed;
    await vi.advanceTimersByTimeAsync(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});
