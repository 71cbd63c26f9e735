import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds without a new connection after which none is taken to be on its way. */
const QUIET_MS = 20;
/** Milliseconds after which that is no longer waited for. */
const PATIENCE_MS = 250;

/** Answers a request. */
type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** What holds requests while a server is about to stop. */
export type Hold = {
  /** Has a request answered, now or once the server has stopped listening. */
  take(request: IncomingMessage, response: ServerResponse, answer: Answer): void;
  /** From now on, the server stops listening only when nobody is about to connect. */
  watch(server: Server): void;
};

/**
 * Creates what has a server stop without cutting anybody off: whoever has connected, and is not accepted yet as the server
 * stops listening, is. Until nobody comes any more, requests are held, as many of those that are answered connect again.
 */
export function createHold(): Hold {
  let held: (() => void)[] | null = null;
  const release = () => {
    const waiting = held ?? [];
    held = null;
    for (const answer of waiting) answer();
  };
  return {
    take: (request, response, answer) => {
      if (held === null) return answer(request, response);
      held.push(() => {
        // Who has left meanwhile is not answered.
        if (!response.destroyed) answer(request, response);
      });
    },
    watch: (server) => {
      const stop = server.close.bind(server);
      server.close = (callback) => {
        if (!server.listening || held !== null) return stop(callback);
        held = [];
        void untilQuiet(server).then(() => {
          stop(callback);
          release();
        });
        return server;
      };
    },
  };
}

/** Waits until no connection is about to come, or patience ends; as this resolves, those that had come are accepted. */
async function untilQuiet(server: Server): Promise<void> {
  const startedAt = performance.now();
  let connectedAt = startedAt;
  const hear = () => {
    connectedAt = performance.now();
  };
  server.on('connection', hear);
  // The turn that is under way may have looked already.
  await nextTurn();
  for (let now = startedAt; now - connectedAt < QUIET_MS && now - startedAt < PATIENCE_MS; ) {
    // A timer would leave others time to connect between the last look and the end.
    await nextTurn();
    now = performance.now();
  }
  server.off('connection', hear);
}
