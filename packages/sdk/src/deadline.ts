import { ApiError } from './error.ts';
import { aborted } from './message.ts';

/** Milliseconds that a timer can hold: 24 days. */
const LONGEST_MS = 2 ** 31 - 1;

export type Deadline = {
  readonly timeoutMs: number;
  /** What to say when the time is over. */
  readonly timedOut: string;
  readonly signal: AbortSignal | undefined;
};

/**
 * Runs work that a timer or a signal may end, whether or not the work listens to its own.
 *
 * @throws ApiError TIMEOUT or ABORTED
 */
export function withDeadline<Value>(
  { timeoutMs, timedOut, signal }: Deadline,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const finish = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
    const stop = (error: ApiError) => {
      finish();
      reject(error);
      controller.abort(error);
    };
    const onAbort = () => stop(new ApiError('ABORTED', aborted()));
    const onTime = () => stop(new ApiError('TIMEOUT', timedOut, { retryable: true }));
    const timer = setTimeout(onTime, Math.min(timeoutMs, LONGEST_MS));
    if (signal?.aborted) return onAbort();
    signal?.addEventListener('abort', onAbort);
    work(controller.signal).then(resolve, reject).finally(finish);
  });
}
