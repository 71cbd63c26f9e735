import { say } from './command.ts';

/** Milliseconds between two lines, so that a log stays readable. */
const PAUSE_MS = 500;

/** Says how much of some work is done: at its end, and now and then before. */
export function sayProgress(work: string): (share: number) => void {
  let saidAt = 0;
  return (share) => {
    const now = Date.now();
    if (share < 1 && now - saidAt < PAUSE_MS) return;
    saidAt = now;
    say(`  ${work}: ${Math.round(share * 100)} %`);
  };
}
