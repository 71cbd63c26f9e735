import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createHub, eventOf } from './hub.ts';
import { createStream } from './stream.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A response whose reader takes as much as it is told to. */
function createReader() {
  const written: string[] = [];
  const state = { takes: true };
  const response = Object.assign(new EventEmitter(), {
    write: (bytes: Buffer) => {
      written.push(bytes.toString());
      return state.takes;
    },
    writableEnded: false,
    end: vi.fn(() => {
      response.writableEnded = true;
    }),
    destroy: vi.fn(),
  });
  return { written, state, response, stream: createStream(response as unknown as ServerResponse) };
}

it('while its reader is busy, a stream keeps the latest event only', () => {
  const { written, state, response, stream } = createReader();
  state.takes = false;
  for (const text of ['1', '2', '3', '4']) stream.send(Buffer.from(text));
  stream.beat();
  expect(written).toEqual(['1']);
  state.takes = true;
  response.emit('drain');
  expect(written).toEqual(['1', '4']);
  vi.advanceTimersByTime(120_000);
  expect(response.destroy).not.toHaveBeenCalled();
});

it('it hangs up on a reader that takes nothing for a minute', () => {
  const { state, response, stream } = createReader();
  state.takes = false;
  stream.send(Buffer.from('1'));
  vi.advanceTimersByTime(59_999);
  expect(response.destroy).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(response.destroy).toHaveBeenCalledOnce();
});

it('writes nothing after its end, which would be an error that nobody handles', () => {
  const { written, stream } = createReader();
  stream.end();
  stream.send(Buffer.from('1'));
  stream.beat();
  expect(written).toEqual([]);
});

it('a hub shows every 12 seconds that its streams live, and leaves no timer', () => {
  const watch = { onChange: () => vi.fn() };
  const hub = createHub(watch, { logger: { error: vi.fn() } as never, maxStreams: 9 });
  const { written, stream } = createReader();
  hub.add('key', stream, async () => '{}', 1);
  vi.advanceTimersByTime(24_000);
  expect(written).toEqual([':\n\n', ':\n\n']);
  hub.remove('key', stream);
  hub.remove('key', stream);
  vi.advanceTimersByTime(24_000);
  expect(written.length).toBe(2);
  hub.close();
  expect(vi.getTimerCount()).toBe(0);
});

it('an event that could not be made is logged, and the streams live on', async () => {
  let tell: (version: number) => void = () => undefined;
  const error = vi.fn();
  const watch = {
    onChange: (listener: (version: number) => void) => {
      tell = listener;
      return vi.fn();
    },
  };
  const hub = createHub(watch, { logger: { error } as never, maxStreams: 9 });
  const { written, stream } = createReader();
  const render = vi.fn(async () => '{"data":{}}').mockRejectedValueOnce(new Error('no'));
  hub.add('key', stream, render, 1);
  tell(2);
  await vi.advanceTimersByTimeAsync(0);
  expect([written, error.mock.calls.length]).toEqual([[], 1]);
  tell(3);
  await vi.advanceTimersByTimeAsync(0);
  expect(written).toEqual([eventOf('{"data":{}}', 3).toString()]);
  hub.close();
});
