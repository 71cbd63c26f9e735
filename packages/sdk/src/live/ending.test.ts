import { getEventListeners } from 'node:events';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createClient } from '../client.ts';
import { live } from '../live.ts';
import { DataVersion } from '../operations.ts';
import type { FetchInit } from '../platform.ts';
import { drop, type Faults, hang, refuse, startChangingGateway } from './changing-gateway.fixture.ts';
import { pass, settle, stopClock, until } from './unhurried.fixture.ts';

/** A page, as far as it matters here. */
function openPage() {
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const window = new EventTarget();
  vi.stubGlobal('document', document);
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  onTestFinished(() => void vi.unstubAllGlobals());
  const show = (visibilityState: string) => {
    document.visibilityState = visibilityState;
    document.dispatchEvent(new Event('visibilitychange'));
  };
  return { document, window, show };
}

/** Waits until nothing is left of it; what the platform itself keeps goes within seconds. */
async function untilNothingIs(leftovers: () => readonly number[]) {
  await pass(3_000);
  await until(() => leftovers().every((count) => count === 0)).catch(() => undefined);
  expect(leftovers()).toEqual([0, 0, 0, 0, 0]);
}

async function watch(faults: Faults = {}) {
  stopClock();
  const page = openPage();
  const gateway = Object.assign(await startChangingGateway(), faults);
  const stopper = new AbortController();
  const { signal } = stopper;
  const answers = live(createClient({ url: gateway.url }), DataVersion, {}, { signal });
  const leftovers = () => [
    vi.getTimerCount(),
    getEventListeners(signal, 'abort').length,
    getEventListeners(page.document, 'visibilitychange').length,
    getEventListeners(page.window, 'online').length,
    gateway.streams.size,
  ];
  return { page, gateway, stopper, answers, leftovers };
}

const none = refuse(400, 'GRAPHQL_VALIDATION_FAILED');
type Moment = readonly [name: string, faults: Faults, hasFirst: boolean];
const moments: readonly Moment[] = [
  ['the first answer is awaited', { failReads: hang }, false],
  ['a stream is open', {}, true],
  ['a stream is asked for', { failStreams: hang }, true],
  ['a lost stream is waited for', { failStreams: drop }, true],
  ['it polls', { failStreams: none }, true],
  ['a failure is waited out', { failReads: refuse(503, 'UNAVAILABLE', { 'retry-after': '60' }) }, false],
];

test.each(moments)('aborted while %s, it ends and leaves nothing', async (_name, faults, hasFirst) => {
  const { answers, stopper, leftovers } = await watch(faults);
  if (hasFirst) await answers.next();
  const next = answers.next();
  await settle();
  stopper.abort();
  expect(await next).toEqual({ done: true, value: undefined });
  await untilNothingIs(leftovers);
});

test.each(moments)('left while %s, it ends and leaves nothing', async (_name, faults, hasFirst) => {
  const { answers, leftovers } = await watch(faults);
  if (hasFirst) await answers.next();
  const next = answers.next();
  await settle();
  await answers.return?.();
  expect((await next).done).toBe(true);
  await untilNothingIs(leftovers);
});

test('a loop that is left leaves nothing', async () => {
  const { gateway, answers, leftovers } = await watch();
  for await (const { dataVersion } of answers) {
    if (dataVersion === 3) break;
    await until(() => gateway.streams.size === 1);
    gateway.publish();
  }
  await untilNothingIs(leftovers);
});

test('aborted while its answer is used, it ends with that', async () => {
  const { answers, stopper, leftovers } = await watch();
  for await (const _answer of answers) stopper.abort();
  await untilNothingIs(leftovers);
});

test('aborted before, or never begun, it asks nothing', async () => {
  const { gateway, answers, stopper, leftovers } = await watch();
  await live(createClient({ url: gateway.url }), DataVersion).return?.();
  stopper.abort();
  for await (const _answer of answers) expect.unreachable();
  await settle();
  expect([gateway.reads.length, gateway.asks.length]).toEqual([0, 0]);
  expect(leftovers()).toEqual([0, 0, 0, 0, 0]);
});

test('a stream that does not listen to its signal is cancelled', async () => {
  stopClock();
  const cancel = vi.fn();
  const deaf = async (_url: string, { headers }: FetchInit) =>
    headers.accept === 'text/event-stream'
      ? new Response(new ReadableStream({ cancel }), { headers: { 'content-type': headers.accept } })
      : new Response('{"data":{"dataVersion":1}}');
  const answers = live(createClient({ url: 'https://data.example.org/graphql', fetch: deaf }), DataVersion);
  await answers.next();
  await settle();
  await answers.return?.();
  await settle();
  expect(cancel).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
});

test('a page that nobody sees asks nothing, and asks at once when it is seen again', async () => {
  const { page, gateway, answers } = await watch({ failStreams: none });
  await answers.next();
  const following = answers.next();
  await settle();
  page.show('hidden');
  gateway.publish();
  await pass(300_000);
  expect(gateway.reads).toHaveLength(1);
  page.show('visible');
  expect((await following).value).toEqual({ dataVersion: 2 });
  await answers.return?.();
});

test('a page that has a network again asks at once, also while it waits out a failure', async () => {
  const { page, gateway, answers } = await watch({ failStreams: none });
  await answers.next();
  const following = answers.next();
  await settle();
  gateway.failReads = drop;
  page.window.dispatchEvent(new Event('online'));
  // The client's own attempts.
  for (const ms of [0, 300, 600]) await pass(ms);
  expect(gateway.reads).toHaveLength(4);
  gateway.failReads = undefined;
  gateway.publish();
  page.window.dispatchEvent(new Event('online'));
  expect((await following).value).toEqual({ dataVersion: 2 });
  await answers.return?.();
});
