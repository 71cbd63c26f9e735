import { isDeepStrictEqual } from 'node:util';
import { table } from '../../sdk/table.ts';
import { askByGet, askByPost, askWhether, readAnswer, type Way } from '../ask.ts';
import { contestantNamed } from '../contestants.ts';
import { type Run, type Runner, startField } from '../field.ts';
import { writeRate, writeRatio, writeWaits } from '../figures.ts';
import { type Question, TITLES } from '../questions.ts';
import { middle, type Pace, type Rounds, ratioOf, type Turn, takeTurns } from '../rounds.ts';
import type { Size } from '../synthetic-rows.ts';
import type { PartReport } from './cold.ts';

/** In the order in which they take turns: what is compared follows at once, as the machine's speed varies. */
const WAYS = [
  { name: 'constant GET', base: 'constant GET' },
  { name: 'ours-kept GET', base: 'constant GET' },
  { name: 'ours-kept 304', base: 'constant GET' },
  { name: 'yoga-cached GET', base: 'constant GET' },
  { name: 'constant POST', base: 'constant POST' },
  { name: 'ours-kept POST', base: 'constant POST' },
  { name: 'yoga-cached POST', base: 'constant POST' },
] as const;

/** Starts the servers that keep answers; the one with constant buffers is given the answers of this gateway. */
export async function startWarmField(run: Run, size: Size) {
  const ours = contestantNamed('ours-kept');
  const others = ['ours-kept', 'yoga-cached'].map(contestantNamed);
  const asked = others.filter(({ name }) => name === ours.name || run.options.peers.includes(name));
  const field = await startField(run, asked, size);
  const url = field.runners[0]?.peer.url ?? '';
  const answers: Record<string, string> = {};
  for (const question of run.options.questions) {
    const way = askByPost(ours, url, question, size);
    answers[question] = await readAnswer(way, way.bodies[0]);
  }
  const constants = await startField(run, [contestantNamed('constant')], size, { answers });
  return {
    runners: [...constants.runners, ...field.runners],
    absent: field.absent,
    close: async () => void (await Promise.all([field.close(), constants.close()])),
  };
}

/** Nothing is executed while it is measured, so there is less to compile before that. */
export const shortly = (pace: Pace): Pace => ({ ...pace, warmUpSeconds: pace.seconds });

/** As many rounds as there are ways to ask: each is asked at each place of a round once. */
const atEachPlace = (pace: Pace): Pace => ({
  ...shortly(pace),
  rounds: pace.rounds > 1 ? WAYS.length : pace.rounds,
});

/** @throws Error when an answer is not the one that it should be */
async function requireAnswer(name: string, way: Way, expected: string): Promise<void> {
  const found = await readAnswer(way, way.bodies[0]);
  if (isDeepStrictEqual(JSON.parse(found), JSON.parse(expected))) return;
  throw new Error(`${name} answers otherwise:\n${expected.slice(0, 2_000)}\n${found.slice(0, 2_000)}`);
}

async function turnsOf(runners: readonly Runner[], question: Question, size: Size): Promise<readonly Turn[]> {
  const turns: Turn[] = [];
  const known = runners.find(({ contestant }) => contestant.name === 'ours-kept');
  const reference = known && askByPost(known.contestant, known.peer.url, question, size);
  const expected = reference === undefined ? '' : await readAnswer(reference, reference.bodies[0]);
  for (const { contestant, peer } of runners) {
    const get = askByGet(contestant, peer.url, question, size);
    const post = askByPost(contestant, peer.url, question, size);
    await requireAnswer(`${contestant.name} by GET`, get, expected);
    await requireAnswer(`${contestant.name} by POST`, post, expected);
    turns.push({ name: `${contestant.name} GET`, way: get }, { name: `${contestant.name} POST`, way: post });
    if (contestant.name === 'ours-kept') {
      turns.push({ name: `${contestant.name} 304`, way: await askWhether(get) });
    }
  }
  const placeOf = ({ name }: Turn) => WAYS.findIndex((way) => way.name === name);
  return turns.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Asks for the same again and again. */
export async function measureWarm(run: Run): Promise<PartReport> {
  const { options, load, tell } = run;
  const size = { projects: options.projects };
  const field = await startWarmField(run, size);
  try {
    const measured = new Map<Question, Rounds>();
    for (const question of options.questions) {
      tell(`answers kept: ${question}`);
      const turns = await turnsOf(field.runners, question, size);
      measured.set(question, await takeTurns(load, turns, atEachPlace(options)));
    }
    return { text: writeWarm(measured, atEachPlace(options)), bars: barsOf(measured) };
  } finally {
    await field.close();
  }
}

const titleOf = (name: string) => {
  const [server = '', way = ''] = name.split(' ');
  return [contestantNamed(server).title, way === '304' ? '304 to a GET' : way].join(', ');
};

function writeWarm(measured: ReadonlyMap<Question, Rounds>, { rounds }: Pace): string {
  const head = ['server', ...[...measured.keys()].map((question) => TITLES[question])];
  const ratios = WAYS.map(({ name, base }) => [
    titleOf(name),
    ...[...measured.values()].map((rounds) => writeRatio(ratioOf(rounds, name, base))),
  ]);
  const details = WAYS.map(({ name }) => [
    titleOf(name),
    ...[...measured.values()].map(({ samples }) => {
      const mine = samples.get(name) ?? [];
      return `${writeRate(middle(mine, 'requestsPerSecond'))}; ${writeWaits(middle(mine, 'p50Ms'), middle(mine, 'p99Ms'))}`;
    }),
  ]);
  return [
    `Requests a second, as a ratio to a constant buffer of the same bytes that is asked by the same method; medians of ${rounds} rounds:`,
    table(head, ratios),
    'Requests a second; waits in ms, median / 99th percentile:',
    table(head, details),
    ...[...measured].flatMap(([question, { failures }]) =>
      [...failures].map(([name, reason]) => `- ${name}, ${TITLES[question]}: ${reason}`),
    ),
  ].join('\n\n');
}

function barsOf(measured: ReadonlyMap<Question, Rounds>) {
  return [...measured].flatMap(([question, rounds]) =>
    WAYS.filter(({ name, base }) => name !== base).map(({ name, base }) => ({
      group: TITLES[question],
      name: titleOf(name),
      value: ratioOf(rounds, name, base),
    })),
  );
}
