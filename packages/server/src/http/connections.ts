import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Milliseconds between two looks while closing. */
const CLOSING_LOOK_MS = 50;
/** Milliseconds in which the first request on a connection may still be on its way. */
const PATIENCE_MS = 1_000;

/** When connections are closed that rest: that have had their answer, and over which no other request has come. */
export type Rest = {
  /** Milliseconds for which each may rest. */
  readonly restMs: number;
  /** Milliseconds between two looks: so much later it may be closed. */
  readonly lookMs: number;
};

/** Longer than what the usual proxies in front wait, so that none of them uses a connection that we just closed. */
const DEFAULT_REST: Rest = { restMs: 72_000, lookMs: 8_000 };

type Connection = {
  readonly socket: Socket;
  readonly openedAt: number;
  isUsed: boolean;
  /** The newest answer; null once it was seen to be given. */
  response: ServerResponse | null;
  /** Since when nothing has come and nothing is answered, as far as was looked. */
  since: number;
  /** Bytes that had come by then; -1 while an answer is given. */
  bytesRead: number;
};

/** Closes connections that wait for nothing. */
export type Connections = {
  /** Told of each request. */
  use(socket: Socket, response: ServerResponse): void;
  /** Looks after the connections of the server, from when it listens until it is closed. */
  watch(server: Server): void;
  /** Begins to close those that have no request under way; returns how to end that. */
  beginClosing(): () => void;
};

/**
 * Creates what closes connections that wait for nothing: those that rest, and, when the server closes, also those that
 * clients have opened in advance, which Node counts as busy.
 *
 * Node can do the first by a timer, which it sets anew before and after each request: that is a twentieth of what it
 * costs to give an answer which is kept. To look at all connections now and then costs nothing.
 */
export function createConnections({ restMs, lookMs }: Rest = DEFAULT_REST): Connections {
  const known = new Map<Socket, Connection>();
  let watched: Server | undefined;
  const closeResting = () => {
    const now = performance.now();
    for (const connection of known.values()) {
      const { socket } = connection;
      // With it goes what was asked, which may be long.
      if (connection.response?.writableFinished) connection.response = null;
      const isIdle = connection.response === null;
      if (isIdle && socket.bytesRead === connection.bytesRead) {
        if (now - connection.since >= restMs) socket.destroy();
        continue;
      }
      connection.since = now;
      connection.bytesRead = isIdle ? socket.bytesRead : -1;
    }
  };
  const closeWaiting = () => {
    // Until the server has stopped listening, a first request is still welcome.
    if (watched?.listening) return;
    watched?.closeIdleConnections();
    const before = performance.now() - PATIENCE_MS;
    for (const { socket, isUsed, openedAt } of known.values()) {
      if (!isUsed && openedAt < before) socket.destroy();
    }
  };
  return {
    use: (socket, response) => {
      const connection = known.get(socket);
      if (connection === undefined) return;
      connection.isUsed = true;
      connection.response = response;
    },
    watch: (server) => {
      watched = server;
      server.on('connection', (socket: Socket) => {
        const openedAt = performance.now();
        known.set(socket, {
          socket,
          openedAt,
          isUsed: false,
          response: null,
          since: openedAt,
          bytesRead: 0,
        });
        socket.on('close', () => known.delete(socket));
      });
      server.on('listening', () => {
        const timer = setInterval(closeResting, lookMs).unref();
        server.once('close', () => clearInterval(timer));
      });
    },
    beginClosing: () => {
      const timer = setInterval(closeWaiting, CLOSING_LOOK_MS);
      return () => clearInterval(timer);
    },
  };
}
