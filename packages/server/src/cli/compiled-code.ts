import { enableCompileCache, flushCompileCache } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { readEnvironment } from '../config/env.ts';

/** Milliseconds after a start: by then most of what a server needs has been compiled. */
const WRITE_AFTER_MS = 5_000;

/**
 * Has Node keep the code that it compiles, so that the next start takes it from there. It lies in a folder of the
 * user's own: whoever may write to it decides what runs. Where it cannot be written, starts are as before.
 */
export function keepCompiled(): void {
  const home = readEnvironment().cacheHome ?? path.join(os.homedir(), '.cache');
  enableCompileCache(path.join(home, 'reintegration', 'compiled'));
}

/** Writes what was compiled once a server has started, and not only at its end: it may end without warning. */
export function writeCompiled(): void {
  setTimeout(flushCompileCache, WRITE_AFTER_MS).unref();
}
