import { median } from '../median.ts';
import type { Way } from './ask.ts';
import type { Load } from './load.ts';
import type { Sample } from './load-program.ts';

/** Connections where nothing else is said. */
export const CONNECTIONS = 16;

/** How long to measure. */
export type Pace = { readonly rounds: number; readonly seconds: number; readonly warmUpSeconds: number };

/** One of those that take turns. */
export type Turn = {
  readonly name: string;
  readonly way: Way;
  readonly connections?: number;
  /** Begins what goes on while it is measured; tells how to end that. */
  readonly meanwhile?: () => Promise<() => Promise<void>>;
};

/** Samples of each by its name, one a round; or why there are none. */
export type Rounds = {
  readonly samples: ReadonlyMap<string, readonly Sample[]>;
  readonly failures: ReadonlyMap<string, string>;
};

async function takeTurn(load: Load, turn: Turn, seconds: number): Promise<Sample> {
  const { way, connections = CONNECTIONS, meanwhile } = turn;
  const stop = await meanwhile?.();
  return load.run({ ...way, connections, seconds }).finally(stop);
}

/**
 * Lets all take turns: one round to warm up, and as many more as are asked for, each beginning with another.
 *
 * @param before - rounds of which these are the continuation
 */
export async function takeTurns(
  load: Load,
  turns: readonly Turn[],
  { rounds, seconds, warmUpSeconds }: Pace,
  before = 0,
): Promise<Rounds> {
  const samples = new Map<string, Sample[]>(turns.map(({ name }) => [name, []]));
  const failures = new Map<string, string>();
  for (let round = 0; round <= rounds; round += 1) {
    const first = (before + round) % turns.length;
    for (const turn of [...turns.slice(first), ...turns.slice(0, first)]) {
      if (failures.has(turn.name)) continue;
      try {
        const sample = await takeTurn(load, turn, round === 0 ? warmUpSeconds : seconds);
        if (round > 0) samples.get(turn.name)?.push(sample);
      } catch (error) {
        failures.set(turn.name, (error as Error).message);
      }
    }
  }
  return { samples, failures };
}

/** What came of several runs, one after the other; nothing of those that failed in any, as rounds are compared. */
export function joinRounds(runs: readonly Rounds[]): Rounds {
  const samples = new Map<string, readonly Sample[]>();
  for (const run of runs) {
    for (const [name, more] of run.samples) samples.set(name, [...(samples.get(name) ?? []), ...more]);
  }
  const failures = new Map(runs.flatMap((run) => [...run.failures]));
  for (const name of failures.keys()) samples.set(name, []);
  return { samples, failures };
}

/** The middle of all rounds. */
export function middle(samples: readonly Sample[], part: keyof Sample): number {
  return median(samples.map((sample) => sample[part]));
}

/** How many times as many requests a second as another, round by round: the middle of them. */
export function ratioOf({ samples }: Rounds, name: string, base: string): number {
  const [mine = [], theirs = []] = [samples.get(name), samples.get(base)];
  return median(
    mine.map(
      ({ requestsPerSecond }, round) => requestsPerSecond / (theirs[round]?.requestsPerSecond ?? Number.NaN),
    ),
  );
}
