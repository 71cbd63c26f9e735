import { median } from '../../median.ts';
import { table } from '../../sdk/table.ts';
import { askVaried } from '../ask.ts';
import { BASE, coldContestants, compareAnswers, type Run, type Runner, startField } from '../field.ts';
import { type Bar, writeRate, writeRatio, writeWaits } from '../figures.ts';
import type { BenchOptions } from '../options.ts';
import { type Question, TITLES } from '../questions.ts';
import { middle, type Rounds, ratioOf, takeTurns } from '../rounds.ts';
import { startPeer } from '../start-peer.ts';
import { startProgram } from '../start-program.ts';
import type { Size } from '../synthetic-rows.ts';

/** What a part of a run found out. */
export type PartReport = { readonly text: string; readonly bars: readonly Bar[] };

/** The contestant that is this gateway. */
const OURS = 'ours';
const MEGABYTE = 1024 * 1024;
/** How often each server is started. */
const STARTS = 9;

/** More than elsewhere: servers that work hard vary most. */
const roundsOf = ({ rounds }: Pick<BenchOptions, 'rounds'>) => (rounds > 1 ? rounds + 2 : rounds);

/** Lets each server execute each request: no two ask for the same. */
export async function measureCold(run: Run): Promise<PartReport> {
  const { options, load, tell } = run;
  const size = { projects: options.projects };
  const field = await startField(run, coldContestants(run), size);
  try {
    const idle = await readMemory(field.runners);
    const starts = await measureStarts(run, size, field.runners);
    const programMs = await measureProgram(run);
    const measured = new Map<Question, Rounds>();
    for (const question of options.questions) {
      const wrong = await compareAnswers(field.runners, question, size);
      for (const [name, reason] of wrong) tell(`${name} does not answer "${question}": ${reason}`);
      const turns = field.runners
        .filter(({ contestant: { name } }) => !wrong.has(name))
        .map(({ contestant, peer }) => ({
          name: contestant.name,
          way: askVaried(contestant, peer.url, question, size),
        }));
      tell(`nothing kept: ${question}`);
      const rounds = await takeTurns(load, turns, { ...options, rounds: roundsOf(options) });
      measured.set(question, { samples: rounds.samples, failures: new Map([...wrong, ...rounds.failures]) });
    }
    const loaded = await readMemory(field.runners);
    return {
      text: [
        writeRatios(field.runners, measured, roundsOf(options)),
        writeAdvance(field.runners, measured),
        writeDetails(field.runners, measured),
        writeProcesses(field.runners, { starts, programMs, idle, loaded }),
        writeAbsent(field.absent, measured),
      ].join('\n'),
      bars: barsOf(field.runners, measured),
    };
  } finally {
    await field.close();
  }
}

/** Lets all start some times more, in turn; the middle of the starts of each, in milliseconds. */
async function measureStarts(
  { databases, tell }: Run,
  size: Size,
  runners: readonly Runner[],
): Promise<ReadonlyMap<string, number>> {
  const databaseUrl = await databases.url(size);
  const times = new Map(runners.map(({ contestant, peer }) => [contestant.name, [peer.startMs]]));
  for (let round = 1; round < STARTS; round += 1) {
    tell(`starting all again, ${round} of ${STARTS - 1}`);
    for (const { contestant } of runners) {
      const { name, program, options, nodeFlags } = contestant;
      const again = await startPeer(program, { databaseUrl, options }, nodeFlags);
      times.get(name)?.push(again.startMs);
      await again.close();
    }
  }
  return new Map([...times].map(([name, mine]) => [name, median(mine)]));
}

/** Starts the ready program where it has served before; the middle of its starts, in milliseconds. */
async function measureProgram({ databases, tell }: Run): Promise<number> {
  const databaseUrl = await databases.empty();
  tell('starting the ready program');
  const times: number[] = [];
  // The first of all makes the database, and keeps compiled code as it ends.
  await startProgram(databaseUrl);
  while (times.length < STARTS) times.push(await startProgram(databaseUrl));
  return median(times);
}

async function readMemory(runners: readonly Runner[]): Promise<ReadonlyMap<string, number>> {
  const found = runners.map(async ({ contestant, peer }) => [contestant.name, await peer.memory()] as const);
  return new Map(await Promise.all(found));
}

function writeRatios(
  runners: readonly Runner[],
  measured: ReadonlyMap<Question, Rounds>,
  rounds: number,
): string {
  const rows = runners.map(({ contestant: { name, title } }) => [
    title,
    ...[...measured.values()].map((rounds) => writeRatio(ratioOf(rounds, name, BASE))),
  ]);
  return `Requests a second, as a ratio to SQL by hand behind bare \`node:http\`; medians of ${rounds} rounds:\n\n${table(
    ['server', ...[...measured.keys()].map((question) => TITLES[question])],
    rows,
  )}`;
}

/** How many times as often this gateway answers as each of the others. */
function writeAdvance(runners: readonly Runner[], measured: ReadonlyMap<Question, Rounds>): string {
  const others = runners.filter(({ contestant }) => contestant.name !== OURS);
  if (others.length === runners.length) return '';
  const rows = others.map(({ contestant: { name, title } }) => [
    title,
    ...[...measured.values()].map((rounds) => writeRatio(ratioOf(rounds, OURS, name))),
  ]);
  return `Requests a second of this gateway, as a ratio to each of the others:\n\n${table(
    ['other', ...[...measured.keys()].map((question) => TITLES[question])],
    rows,
  )}`;
}

function writeDetails(runners: readonly Runner[], measured: ReadonlyMap<Question, Rounds>): string {
  const rows = runners.map(({ contestant: { name, title } }) => [
    title,
    ...[...measured.values()].map(({ samples }) => {
      const mine = samples.get(name) ?? [];
      if (mine.length === 0) return '–';
      return `${writeRate(middle(mine, 'requestsPerSecond'))}; ${writeWaits(middle(mine, 'p50Ms'), middle(mine, 'p99Ms'))}`;
    }),
  ]);
  return `Requests a second; waits in ms, median / 99th percentile:\n\n${table(
    ['server', ...[...measured.keys()].map((question) => TITLES[question])],
    rows,
  )}`;
}

function writeProcesses(
  runners: readonly Runner[],
  {
    starts,
    programMs,
    idle,
    loaded,
  }: {
    readonly starts: ReadonlyMap<string, number>;
    readonly programMs: number;
    readonly idle: ReadonlyMap<string, number>;
    readonly loaded: ReadonlyMap<string, number>;
  },
): string {
  const megabytes = (bytes = Number.NaN) => String(Math.round(bytes / MEGABYTE));
  const rows = runners.map(({ contestant: { name, title } }) => [
    title,
    String(Math.round(starts.get(name) ?? Number.NaN)),
    megabytes(idle.get(name)),
    megabytes(loaded.get(name)),
  ]);
  return `${table(['server', 'ms to its first answer', 'MB of memory then', 'MB after all questions'], rows)}
Each is started ${STARTS} times. From the second on, Node takes its code compiled from a folder, as \`reintegration serve\` has it do. That program itself, which also checks its settings, the migrations and the datasets, gives its first answer after ${Math.round(programMs)} ms.
`;
}

function writeAbsent(absent: ReadonlyMap<string, string>, measured: ReadonlyMap<Question, Rounds>): string {
  const wrong = [...measured].flatMap(([question, { failures }]) =>
    [...failures].map(([name, reason]) => `- ${name}, ${TITLES[question]}: ${firstLine(reason)}\n`),
  );
  const gone = [...absent].map(([name, reason]) => `- ${name} did not start: ${firstLine(reason)}\n`);
  return [...gone, ...wrong].join('');
}

const firstLine = (text: string) => text.split('\n', 1)[0];

function barsOf(runners: readonly Runner[], measured: ReadonlyMap<Question, Rounds>): readonly Bar[] {
  return [...measured].flatMap(([question, rounds]) =>
    runners
      .filter(({ contestant }) => contestant.name !== BASE)
      .map(({ contestant: { name, title } }) => ({
        group: TITLES[question],
        name: title,
        value: ratioOf(rounds, name, BASE),
      })),
  );
}
