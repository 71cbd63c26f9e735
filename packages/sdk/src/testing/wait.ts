/** Whether a signal, of whichever realm, has aborted. */
export function isAborted(signal: unknown): signal is AbortSignal {
  return (signal as AbortSignal | null | undefined)?.aborted === true;
}

/**
 * Waits.
 *
 * @throws the reason of the signal when that aborts, as `fetch` does
 */
export function pause(ms: number, signal: unknown): Promise<void> {
  const { addEventListener } = (signal ?? {}) as AbortSignal;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    addEventListener?.call(signal, 'abort', () => {
      clearTimeout(timer);
      reject((signal as AbortSignal).reason);
    });
  });
}
