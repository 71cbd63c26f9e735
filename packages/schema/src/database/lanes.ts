import type { Pool, Submittable } from 'pg';
import { type HearVersion, type Prepared, StatementBatch, type Waiting } from './statement-batch.ts';
import { writeValue } from './write-value.ts';

/** Connections that answer at the same time: more than PostgreSQL has processors would only take turns. */
const LANES = 4;
/** Most statements that are sent in one piece: those behind wait for those in front. */
const LONGEST_BATCH = 16;

/** Runs a prepared statement; `hear` is told the version before the rows are there. */
export type RunPrepared = (
  statement: Prepared,
  values: readonly unknown[],
  hear?: HearVersion,
) => Promise<readonly object[]>;

/** How lanes are set up. */
export type LaneOptions = {
  /** Whether what is read may be older than what is known elsewhere. */
  readonly isReplica?: boolean;
};

/**
 * Runs statements over some connections of a pool. What is asked for within one turn of the event loop, or while all
 * lanes are busy, goes out together. So a quiet gateway asks at once, and a busy one asks for more at a time.
 */
export function createLanes(pool: Pool, { isReplica = false }: LaneOptions = {}): RunPrepared {
  const most = Math.max(1, Math.min(LANES, pool.options.max ?? LANES));
  let queue: Queued[] = [];
  let busy = 0;
  let overdue: NodeJS.Timeout | undefined;
  let isScheduled = false;

  const schedule = () => {
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(flush);
  };
  const flush = () => {
    isScheduled = false;
    if (queue.some(isSlow)) {
      for (const slow of queue.filter(isSlow)) send([slow], () => undefined);
      queue = queue.filter((waiting) => !isSlow(waiting));
    }
    while (queue.length > 0 && busy < most) {
      const share = Math.ceil(queue.length / (most - busy));
      busy += 1;
      send(queue.splice(0, Math.min(share, LONGEST_BATCH)), () => {
        busy -= 1;
      });
    }
    watchQueue();
  };
  // As long as the pool lets anybody wait for a connection, and no longer.
  const patienceMs = pool.options.connectionTimeoutMillis ?? 0;
  const giveUp = () => {
    overdue = undefined;
    const before = performance.now() - patienceMs;
    for (const { since, reject } of queue) {
      if (since <= before) reject(new Error('timeout exceeded when trying to connect'));
    }
    queue = queue.filter(({ since }) => since > before);
    watchQueue();
  };
  const watchQueue = () => {
    const [first] = queue;
    if (overdue !== undefined || first === undefined || patienceMs === 0) return;
    overdue = setTimeout(giveUp, Math.max(0, first.since + patienceMs - performance.now()));
    overdue.unref();
  };
  const send = (batch: readonly Queued[], leave: () => void) => {
    const end = (unanswered: readonly Queued[]) => {
      leave();
      queue.unshift(...unanswered);
      if (queue.length > 0) schedule();
    };
    pool.connect((error, client, release) => {
      if (client === undefined) {
        for (const { reject } of batch) reject(error);
        return end([]);
      }
      // The batch is told what happens to its connection; without a listener it would end the process, too.
      client.on('error', ignore);
      const sent = new StatementBatch(batch, isReplica, (unanswered, isLost) => {
        client.off('error', ignore);
        release(isLost);
        end(unanswered as readonly Queued[]);
      });
      // Types of `pg` know an older connection than the one that it hands to a query.
      client.query(sent as unknown as Submittable);
    });
  };

  return (statement, values, hear) =>
    new Promise((resolve, reject) => {
      const texts = values.map(writeValue);
      queue.push({ statement, texts, hear, resolve, reject, since: performance.now() });
      schedule();
    });
}

type Queued = Waiting & { readonly since: number };

const ignore = () => undefined;
const isSlow = ({ statement }: Waiting) => statement.isWaiting || statement.isSlow;
