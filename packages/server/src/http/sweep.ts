import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Milliseconds between two looks. */
const SWEEP_MS = 50;
/** Milliseconds in which the first request on a connection may still be on its way. */
const PATIENCE_MS = 1_000;

/**
 * Tells how to begin closing connections that wait for nothing, which clients keep open after an answer, or open in
 * advance: Node counts one that has asked nothing yet as busy. What begins tells how to end it.
 */
export function watchConnections(server: Server): () => () => void {
  const unused = new Map<Socket, number>();
  server.on('connection', (socket: Socket) => {
    unused.set(socket, performance.now());
    socket.on('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }) => unused.delete(socket));
  const sweep = () => {
    server.closeIdleConnections();
    const before = performance.now() - PATIENCE_MS;
    for (const [socket, openedAt] of unused) if (openedAt < before) socket.destroy();
  };
  return () => {
    const timer = setInterval(sweep, SWEEP_MS);
    return () => clearInterval(timer);
  };
}
