import { onTestFinished, vi } from 'vitest';

/** Stops the clock for the running test: waits of the client end when the test lets time pass. */
export function stopClock(): void {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'Date'],
    now: Date.parse('2026-05-01T10:00:00Z'),
  });
  // Waits between attempts, which are left to chance, are as long as they can be.
  vi.spyOn(Math, 'random').mockReturnValue(1);
  onTestFinished(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
}

/** Less than the client gives an answer to come. */
const STEP_MS = 5_000;

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Lets the network work, without time passing for the client, until something is so. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const endsAt = performance.now() + 3_000;
  while (!(await isSo())) {
    if (performance.now() > endsAt) throw new Error(`It never came to that: ${isSo}`);
    await turn();
  }
}

/** Lets the network do all that it may do by itself. */
export async function settle(): Promise<void> {
  for (let turns = 0; turns < 100; turns += 1) await turn();
}

/** Lets time pass, little by little, and the network work in between. */
export async function pass(ms: number): Promise<void> {
  await settle();
  for (let left = ms; left >= 0; left -= STEP_MS) {
    await vi.advanceTimersByTimeAsync(Math.min(left, STEP_MS));
    await settle();
  }
}
