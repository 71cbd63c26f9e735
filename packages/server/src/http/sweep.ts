import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Milliseconds between two looks. */
const SWEEP_MS = 50;
/** Milliseconds in which the first request on a connection may still be on its way. */
const PATIENCE_MS = 1_000;

/** Closes connections that wait for nothing. */
export type Sweep = {
  /** Told the connection of each request. */
  use(socket: Socket): void;
  /** Looks at the connections of a server from now on; tells how to begin closing, which tells how to end that. */
  watch(server: Server): () => () => void;
};

/**
 * Creates what closes connections that wait for nothing, which clients keep open after an answer, or open in advance:
 * Node counts one that has asked nothing yet as busy.
 */
export function createSweep(): Sweep {
  const unused = new Map<Socket, number>();
  return {
    use: (socket) => void unused.delete(socket),
    watch: (server) => {
      server.on('connection', (socket: Socket) => {
        unused.set(socket, performance.now());
        socket.on('close', () => unused.delete(socket));
      });
      const sweep = () => {
        server.closeIdleConnections();
        const before = performance.now() - PATIENCE_MS;
        for (const [socket, openedAt] of unused) if (openedAt < before) socket.destroy();
      };
      return () => {
        const timer = setInterval(sweep, SWEEP_MS);
        return () => clearInterval(timer);
      };
    },
  };
}
