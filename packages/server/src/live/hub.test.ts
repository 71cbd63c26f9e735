import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createHub, eventOf, type Render } from './hub.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A hub that hears of versions from `publish`, and what its only stream was sent. */
function createTestHub(render: Render) {
  let publish: (version: number) => void = () => undefined;
  const watch = {
    onChange: (listener: (version: number) => void) => {
      publish = listener;
      return () => true;
    },
  };
  const hub = createHub(watch, { logger: { error: vi.fn() } as never, maxStreams: 9 });
  const sent: string[] = [];
  const stream = { send: (event: Buffer) => void sent.push(`${event}`), beat: vi.fn(), end: vi.fn() };
  const add = (version: number) => hub.add('key', stream, render, version);
  return { add, sent, publish: (version: number) => publish(version) };
}

const event = (text: string, version: number) => eventOf(text, version).toString();
const settle = () => vi.advanceTimersByTimeAsync(0);

it('a slow answer to one publication does not come after that to the next', async () => {
  const answers: ((text: string) => void)[] = [];
  const hub = createTestHub(() => new Promise((resolve) => answers.push(resolve)));
  hub.add(1);
  for (const version of [2, 3, 4]) hub.publish(version);
  expect(answers.length).toBe(1);
  answers[0]?.('old');
  await settle();
  answers[1]?.('new');
  await settle();
  expect(hub.sent).toEqual([event('old', 2), event('new', 4)]);
});

it('what could not be answered is told as soon as it can be, and nothing after that', async () => {
  const render = vi.fn(async () => 'now').mockRejectedValueOnce(new Error('no'));
  const hub = createTestHub(render);
  hub.add(1);
  hub.publish(2);
  await settle();
  expect(hub.sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(hub.sent).toEqual([event('now', 2)]);
});

it('a stream is told of what was published while it was being opened', async () => {
  const hub = createTestHub(async () => 'now');
  hub.publish(2);
  hub.add(1);
  hub.add(2);
  await settle();
  expect(hub.sent).toEqual([event('now', 2)]);
});
