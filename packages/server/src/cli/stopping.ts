import type { EventEmitter } from 'node:events';
import { isPackageScript } from '../config/env.ts';
import { chainAbove, isWhole } from './starters.ts';

/** Milliseconds in which signals count as one. */
const REPEAT_MS = 1_000;
/** Milliseconds between two looks at the programs that started this one. */
const LOOK_MS = 1_000;

/** Resolves with what tells this process to stop: a signal, or that nobody is there any more. */
export function untilStopped(outputs: readonly EventEmitter[]): Promise<string> {
  return new Promise((resolve) => {
    let firstAt: number | undefined;
    const onSignal = (signal: string) => {
      firstAt ??= Date.now();
      resolve(signal);
      // One Ctrl-C arrives several times: from the terminal, and from each program that started this one.
      if (Date.now() - firstAt > REPEAT_MS) process.exit(130);
    };
    process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
    process.on('SIGHUP', resolve);
    for (const output of outputs) output.on('error', () => resolve('the end of whoever read the output'));
    if (isPackageScript()) watchStarters(() => resolve('the end of the program that started it'));
  });
}

/** npx ends at a signal without handing it on, and leaves what it started behind. */
function watchStarters(onBroken: () => void): void {
  const chain = chainAbove(process.pid);
  const timer = setInterval(() => {
    if (isWhole(chain)) return;
    clearInterval(timer);
    onBroken();
  }, LOOK_MS);
  timer.unref();
}
