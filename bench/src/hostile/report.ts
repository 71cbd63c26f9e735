import os from 'node:os';
import type { Memory } from './program.ts';

/** How long one request took each time, in milliseconds. */
export type Cost = {
  readonly id: string;
  readonly item: string;
  readonly times: readonly number[];
  /** Milliseconds of a processor for each, on average. */
  readonly cpuMs: number;
};

/** What was measured. */
export type Measured = {
  readonly costs: readonly Cost[];
  /** An honest question beside requests that never end. */
  readonly aside: readonly number[];
  readonly memory: { readonly fresh: Memory; readonly before: Memory; readonly after: Memory };
  readonly times: number;
  readonly together: number;
  readonly slow: readonly string[];
  readonly load: { readonly before: readonly number[]; readonly after: readonly number[] };
};

const MOST_P99_MS = 50;
const MOST_GROWTH_MB = 50;

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

const p50 = (times: readonly number[]) => quantile(times, 0.5);
const p99 = (times: readonly number[]) => quantile(times, 0.99);
const loads = (load: readonly number[]) => load.map((value) => value.toFixed(1)).join(', ');

/** The results as they are kept, and whether all is within its bar. */
export function reportOf(measured: Measured): { readonly text: string; readonly isWithin: boolean } {
  const { costs, aside, memory, times, together, slow, load } = measured;
  const growth = memory.after.used - memory.before.used;
  const beyond = costs.filter((cost) => p99(cost.times) >= MOST_P99_MS);
  const items = [...new Set(costs.map(({ item }) => item))];
  const rows = items.map((item) => {
    const own = costs.filter((cost) => cost.item === item);
    const [worst] = [...own].sort((a, b) => p99(b.times) - p99(a.times));
    const middle = Math.max(...own.map((cost) => p50(cost.times)));
    return `| ${item} | ${own.length} | ${middle.toFixed(1)} | ${p99(worst?.times ?? []).toFixed(1)} | ${worst?.id.split('/')[1] ?? ''} | ${Math.max(...own.map((cost) => cost.cpuMs)).toFixed(1)} |`;
  });
  const text = [
    '# Hostile requests',
    '',
    `${costs.length} requests, each ${times} times in other words, one at a time; Node ${process.versions.node}, ${os.cpus().length} processors that all share. Load average before ${loads(load.before)}, after ${loads(load.after)}.`,
    '',
    '| what | measured | bar |',
    '|---|---|---|',
    `| requests whose p99 is ${MOST_P99_MS} ms or more | ${beyond.length} | 0 |`,
    `| the largest p99 | ${Math.max(...costs.map((cost) => p99(cost.times))).toFixed(1)} ms | ${MOST_P99_MS} ms |`,
    `| the largest p50 | ${Math.max(...costs.map((cost) => p50(cost.times))).toFixed(1)} ms | |`,
    `| the most that a processor of the gateway works for one, on average | ${Math.max(...costs.map((cost) => cost.cpuMs)).toFixed(1)} ms | |`,
    `| memory in use at the start, and after all of these | ${memory.fresh.used.toFixed(0)} and ${memory.before.used.toFixed(0)} MB | |`,
    `| what it grows by over ${together.toLocaleString('en')} more | ${growth.toFixed(1)} MB | ${MOST_GROWTH_MB} MB |`,
    `| memory that the process has, at the start, before these ${together.toLocaleString('en')} and after | ${[memory.fresh, memory.before, memory.after].map(({ resident }) => resident.toFixed(0)).join(', ')} MB | |`,
    `| an honest question while ${slow.length} kinds of slow requests hold 100 connections, p50 and p99 | ${p50(aside).toFixed(1)} and ${p99(aside).toFixed(1)} ms | |`,
    '',
    ...(beyond.length === 0
      ? []
      : [
          `Beyond the bar: ${beyond.map(({ id, times: own }) => `${id} (${p99(own).toFixed(1)} ms)`).join(', ')}.`,
          '',
        ]),
    'By what they try, in milliseconds: the largest p50 and p99 of each, and the request that is slowest.',
    '',
    '| item | requests | p50 | p99 | slowest | processor, at most |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
  return { text, isWithin: beyond.length === 0 && growth < MOST_GROWTH_MB };
}
