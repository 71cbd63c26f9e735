import type { RequestListener, Server } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds without a new connection after which none is taken to be on its way. */
const QUIET_MS = 20;
/** Milliseconds after which that is no longer waited for. */
const PATIENCE_MS = 250;

/**
 * Waits until nobody is about to connect. Whoever has connected, and is not accepted yet, would be cut off as the server
 * stops listening. Requests are held meanwhile, as many of those that are answered connect again; they are answered in
 * the turn after the one in which this resolves, in which the server is to stop.
 */
export async function holdUntilQuiet(server: Server): Promise<void> {
  if (!server.listening) return;
  const answer = server.listeners('request') as RequestListener[];
  const held: Parameters<RequestListener>[] = [];
  server.removeAllListeners('request').on('request', (...request) => held.push(request));
  const startedAt = performance.now();
  let connectedAt = startedAt;
  const hear = () => {
    connectedAt = performance.now();
  };
  server.on('connection', hear);
  for (let now = startedAt; now - connectedAt < QUIET_MS && now - startedAt < PATIENCE_MS; ) {
    // A timer would leave others time to connect between the last look and the end.
    await nextTurn();
    now = performance.now();
  }
  server.off('connection', hear);
  setImmediate(() => {
    server.removeAllListeners('request');
    for (const listener of answer) server.on('request', listener);
    for (const request of held) server.emit('request', ...request);
  });
}
