import type { ServerResponse } from 'node:http';

/** Milliseconds that a reader may leave what was sent to it unread. */
const PATIENCE_MS = 60_000;

/** One reader of server-sent events. */
export type Stream = {
  /** Sends an event. While the reader is busy, the latest waits for it and earlier ones are forgotten. */
  send(event: Buffer): void;
  /** Shows that the connection lives, unless something else is on its way. */
  beat(): void;
  /** Ends it in order. */
  end(last?: Buffer): void;
};

const HEARTBEAT = Buffer.from(':\n\n');

/**
 * Makes a stream of a response whose head is sent. It buffers one event at most, and hangs up on a reader that takes
 * nothing for too long.
 */
export function createStream(response: ServerResponse): Stream {
  let isBusy = false;
  let waiting: Buffer | undefined;
  let timer: NodeJS.Timeout | undefined;

  const write = (bytes: Buffer) => {
    // Ended or hung up, while an event for it was being made.
    if (response.writableEnded || response.destroyed || response.write(bytes)) return;
    isBusy = true;
    timer = setTimeout(() => response.destroy(), PATIENCE_MS);
  };
  response.on('drain', () => {
    isBusy = false;
    clearTimeout(timer);
    const event = waiting;
    waiting = undefined;
    if (event) write(event);
  });
  response.on('close', () => clearTimeout(timer));
  return {
    send: (event) => {
      if (isBusy) waiting = event;
      else write(event);
    },
    beat: () => {
      if (!isBusy) write(HEARTBEAT);
    },
    end: (last) => void response.end(last),
  };
}
