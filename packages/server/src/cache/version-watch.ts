import { setTimeout as sleep } from 'node:timers/promises';
import { type Edition, NO_EDITION, PUBLICATION_CHANNEL, READ_NEWEST_EDITION } from '@reintegration/schema';
import pg from 'pg';
import type { Logger } from 'pino';

/** Milliseconds between two looks at the version, beside what PostgreSQL tells by itself. */
const POLL_MS = 500;
/** Milliseconds for which a version that was read can be vouched for. */
const VOUCHED_MS = 1_800;
/** Milliseconds that the database may take to answer, before the connection counts as lost. */
const PATIENCE_MS = 1_000;
/** Longest wait before the next attempt to connect, in milliseconds. */
const LONGEST_WAIT_MS = 1_000;

const READ = { name: 'newest-edition', text: READ_NEWEST_EDITION };

/** Knows which version of the published data is the newest. */
export type VersionWatch = {
  /** The newest version; null while nobody can say, as the database has not been heard of for too long. */
  current(): number | null;
  /** The newest version with its instant; null while nobody can say, or while the instant is yet to be read. */
  newest(): Edition | null;
  /** Takes note of a version that was read elsewhere. */
  hear(version: number): void;
  /** Reads the version now. One read serves all who ask while it is yet to begin. */
  read(): Promise<number>;
  /** Calls back after each new version; tells how to end that. */
  onChange(listener: (version: number) => void): () => void;
  /** Begins to listen. Until it has heard of the database, it can vouch for nothing. */
  open(): void;
  close(): Promise<void>;
};

/**
 * Listens to PostgreSQL on a connection of its own, as every publication is notified at its commit. What a broken
 * connection may have missed is read after each reconnect; and the version is read twice a second all the same,
 * so that a connection that is dead without saying so is found out.
 */
export function watchVersion(pool: pg.Pool, logger: Logger): VersionWatch {
  const listeners = new Set<(version: number) => void>();
  let version = 0;
  let edition: Edition | null = null;
  let takenAt = 0;
  let vouchedUntil = 0;
  let client: pg.Client | undefined;
  let listening: pg.Client | undefined;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;

  const take = (found: number, readAt?: number, newest: Edition | null = null) => {
    if (readAt !== undefined) vouchedUntil = Math.max(vouchedUntil, readAt + VOUCHED_MS);
    // A smaller one was read before the newest was notified; else the database was put back to an earlier state.
    if (found < version && (readAt ?? 0) <= takenAt) return;
    if (found !== version || newest !== null) edition = newest;
    if (found === version) return;
    version = found;
    takenAt = performance.now();
    for (const listener of listeners) listener(found);
  };
  const look = async (through: pg.Client | pg.Pool) => {
    const readAt = performance.now();
    const { rows } = await through.query<Edition>(READ);
    const [found = NO_EDITION] = rows;
    take(found.version, readAt, found);
    return found.version;
  };
  /** One look after the other: a connection answers one query at a time. */
  let turn: Promise<unknown> = Promise.resolve();
  const lookInTurn = (through: pg.Client) => {
    const found = turn.then(() => look(through));
    turn = found.catch(() => undefined);
    return found;
  };
  const lose = (lost: pg.Client, error: unknown) => {
    if (client !== lost) return;
    client = undefined;
    listening = undefined;
    // Who looks through the next one does not wait for what the lost one may never answer.
    turn = Promise.resolve();
    lost.removeAllListeners('notification');
    lost.end().catch(() => undefined);
    if (isClosed) return;
    failures += 1;
    logger.warn({ reason: (error as Error).message }, 'the listener for new versions lost its connection');
    clearTimeout(timer);
    timer = setTimeout(connect, Math.random() * Math.min(LONGEST_WAIT_MS, 20 * 2 ** failures));
  };
  const poll = (through: pg.Client) => {
    timer = setTimeout(async () => {
      const overdue = setTimeout(() => lose(through, new Error('It does not answer')), PATIENCE_MS);
      try {
        await lookInTurn(through);
        if (client === through) poll(through);
      } catch (error) {
        lose(through, error);
      } finally {
        clearTimeout(overdue);
      }
    }, POLL_MS);
  };
  const connect = async () => {
    // The pool's options themselves: a copy would lack the password, which they do not list.
    const fresh = new pg.Client(pool.options);
    client = fresh;
    fresh.on('error', (error) => lose(fresh, error));
    fresh.on('end', () => lose(fresh, new Error('It was closed')));
    fresh.on('notification', ({ payload }) => {
      take(Number(payload));
      // Its instant, before anybody asks.
      lookInTurn(fresh).catch(() => undefined);
    });
    const overdue = setTimeout(() => lose(fresh, new Error('It does not answer')), 2 * PATIENCE_MS);
    try {
      await fresh.connect();
      await fresh.query(`LISTEN ${PUBLICATION_CHANNEL}`);
      await lookInTurn(fresh);
      failures = 0;
      if (client !== fresh) return;
      listening = fresh;
      poll(fresh);
    } catch (error) {
      lose(fresh, error);
    } finally {
      clearTimeout(overdue);
    }
  };

  let next: Promise<number> | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const read = () => {
    next ??= running.then(() => {
      // The connection that listens waits for nothing else; what is left of a broken one is no answer.
      const found = listening === undefined ? look(pool) : lookInTurn(listening).catch(() => look(pool));
      next = undefined;
      running = found.catch(() => undefined);
      return found;
    });
    return next;
  };

  return {
    open: () => void connect(),
    current: () => (performance.now() < vouchedUntil ? version : null),
    newest: () => (performance.now() < vouchedUntil ? edition : null),
    hear: (found) => {
      if (found > version) take(found);
    },
    read,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      const last = client;
      client = undefined;
      listening = undefined;
      const isEnded = last?.end().catch(() => undefined);
      await Promise.race([isEnded, sleep(PATIENCE_MS, undefined, { ref: false })]);
    },
  };
}
