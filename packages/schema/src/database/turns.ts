/** Lets so many work at once; the others wait in line. */
export type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Nobody had a turn to give in time. PostgreSQL's own code for too many connections says what it is. */
export class BusyError extends Error {
  override readonly name = 'BusyError';
  readonly code = '53300';

  constructor() {
    super('Too many transactions wait already.');
  }
}

/**
 * Creates a line for so many at once.
 *
 * @param maxWaitMs - how long anybody waits before it is told that there are too many
 */
export function createTurns(atOnce: number, maxWaitMs: number): Turns {
  let free = atOnce;
  const waiting = new Set<() => void>();
  const take = () =>
    new Promise<void>((resolve, reject) => {
      if (free > 0) {
        free -= 1;
        resolve();
        return;
      }
      const called = () => {
        clearTimeout(patience);
        waiting.delete(called);
        resolve();
      };
      const patience = setTimeout(() => {
        waiting.delete(called);
        reject(new BusyError());
      }, maxWaitMs);
      waiting.add(called);
    });
  const give = () => {
    const [next] = waiting;
    if (next) next();
    else free += 1;
  };
  return async (work) => {
    await take();
    return work().finally(give);
  };
}
