import { requireSame } from './ask.ts';
import { CONTESTANTS, type Contestant } from './contestants.ts';
import type { Databases } from './databases.ts';
import type { Load } from './load.ts';
import type { BenchOptions } from './options.ts';
import type { Question } from './questions.ts';
import { type RunningPeer, startPeer } from './start-peer.ts';
import type { Size } from './synthetic-rows.ts';

/** Whom those that execute each request are compared with. */
export const BASE = 'sql';

/** What the parts of a run share. */
export type Run = {
  readonly options: BenchOptions;
  readonly databases: Databases;
  readonly load: Load;
  readonly tell: (step: string) => void;
};

/** A server that takes part, as it runs. */
export type Runner = { readonly contestant: Contestant; readonly peer: RunningPeer };

/** Servers that run at the same time on one database. */
export type Field = {
  readonly runners: readonly Runner[];
  /** Why others do not take part, by name. */
  readonly absent: ReadonlyMap<string, string>;
  close(): Promise<void>;
};

/** Starts contestants one after the other. One that cannot be started does not take part. */
export async function startField(
  { databases, tell }: Run,
  contestants: readonly Contestant[],
  size: Size,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<Field> {
  const databaseUrl = await databases.url(size);
  const runners: Runner[] = [];
  const absent = new Map<string, string>();
  for (const contestant of contestants) {
    tell(`starting ${contestant.name}`);
    try {
      const options = { ...contestant.options, ...settings };
      const peer = await startPeer(contestant.program, { databaseUrl, options }, contestant.nodeFlags);
      runners.push({ contestant, peer });
    } catch (error) {
      absent.set(contestant.name, (error as Error).message);
    }
  }
  return {
    runners,
    absent,
    close: async () => void (await Promise.all(runners.map(({ peer }) => peer.close()))),
  };
}

/** Those that execute each request and were asked for; the one that others are compared with takes part always. */
export function coldContestants({ options }: Run): readonly Contestant[] {
  return CONTESTANTS.filter(
    ({ name, role }) => role === 'cold' && (name === BASE || options.peers.includes(name)),
  );
}

/**
 * Finds out who does not answer a question as the first of them does; how, by name.
 */
export async function compareAnswers(
  runners: readonly Runner[],
  question: Question,
  size: Size,
): Promise<ReadonlyMap<string, string>> {
  const [reference] = runners;
  const wrong = new Map<string, string>();
  if (reference === undefined) return wrong;
  const ours = { contestant: reference.contestant, url: reference.peer.url };
  for (const { contestant, peer } of runners) {
    await requireSame(question, size, ours, { contestant, url: peer.url }).catch((error: Error) =>
      wrong.set(contestant.name, error.message),
    );
  }
  return wrong;
}
