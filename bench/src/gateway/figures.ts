/** One bar of a chart. */
export type Bar = { readonly group: string; readonly name: string; readonly value: number };

/** A dash for what was not measured. */
const written = (value: number, write: (value: number) => string) =>
  Number.isFinite(value) ? write(value) : '–';

/** How many times as much. */
export const writeRatio = (ratio: number) => written(ratio, (value) => value.toFixed(value < 10 ? 2 : 1));

/** Requests a second. */
export const writeRate = (rate: number) => written(rate, (value) => Math.round(value).toLocaleString('en'));

/** Milliseconds, as exact as they are worth. */
const writeMs = (ms: number) => written(ms, (value) => value.toFixed(value < 10 ? 1 : 0));

/** Median and 99th percentile of waits, in milliseconds. */
export const writeWaits = (p50: number, p99: number) => `${writeMs(p50)} / ${writeMs(p99)}`;
