import { setFlagsFromString } from 'node:v8';

/** By how many percent the heap may grow beyond what is in use before it is looked through for garbage. */
const GROWTH_PERCENT = 200;

/**
 * Keeps memory close to what is in use. By default V8 lets garbage take several times as much, as long as the machine
 * has room. V8 reads the setting each time that it has collected garbage, so it may be changed while it runs.
 */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
}
