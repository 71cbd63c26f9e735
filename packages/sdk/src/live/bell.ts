/** Milliseconds that a timer can hold: 24 days. */
export const LONGEST_MS = 2 ** 31 - 1;

/** Waits for a time that may end early: when it is rung and that is reason enough, or when all is over. */
export type Bell = {
  ring(): void;
  /**
   * @param isReason - whether to stop waiting; asked at once and at each ring
   * @returns whether the time is up
   */
  wait(ms: number, isReason?: () => boolean): Promise<boolean>;
};

/** @param signal - ends any wait at once */
export function createBell(signal: AbortSignal): Bell {
  let check = () => {};
  const ring = () => check();
  signal.addEventListener('abort', ring);
  const wait = (ms: number, isReason = () => false) =>
    new Promise<boolean>((resolve) => {
      if (ms <= 0) return resolve(true);
      const timer = setTimeout(() => resolve(true), Math.min(ms, LONGEST_MS));
      check = () => {
        if (!signal.aborted && !isReason()) return;
        clearTimeout(timer);
        resolve(false);
      };
      check();
    });
  return { ring, wait };
}

/** How long to wait after so many failures in a row: anything up to a bound that doubles, so that not all come back at once. */
export function backoffMs(failures: number): number {
  return Math.random() * Math.min(30_000, 1_000 * 2 ** (failures - 1));
}
