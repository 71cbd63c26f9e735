import { isDeepStrictEqual } from 'node:util';
import { table } from '../../sdk/table.ts';
import { askByGet, askByPost, askWhether, readAnswer, type Way } from '../ask.ts';
import { contestantNamed } from '../contestants.ts';
import { type Run, type Runner, startField } from '../field.ts';
import { writeRate, writeRatio, writeWaits } from '../figures.ts';
import { type Question, TITLES } from '../questions.ts';
import { joinRounds, middle, type Pace, type Rounds, ratioOf, type Turn, takeTurns } from '../rounds.ts';
import type { Size } from '../synthetic-rows.ts';
import type { PartReport } from './cold.ts';

/** In the order in which they take turns: this gateway follows its base at once, as the machine's speed varies. */
const WAYS = [
  { name: 'constant GET', base: 'constant GET' },
  { name: 'ours-kept GET', base: 'constant GET' },
  { name: 'ours-kept 304', base: 'constant GET' },
  { name: 'constant-headed GET', base: 'constant GET' },
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
  const headers = await headersOf(askByGet(ours, url, run.options.questions[0] ?? 'figures', size));
  const headed = await startField(run, [contestantNamed('constant-headed')], size, { answers, headers });
  const fields = [constants, field, headed];
  return {
    runners: fields.flatMap(({ runners }) => runners),
    absent: field.absent,
    close: async () => void (await Promise.all(fields.map((each) => each.close()))),
  };
}

/** Headers that a server gives on its own; Node adds the others, and the length depends on the answer. */
async function headersOf({ url, headers }: Way): Promise<Readonly<Record<string, string>>> {
  const ask = () => fetch(url, { headers: { ...headers, 'accept-encoding': 'identity' } });
  await (await ask()).arrayBuffer();
  const answer = await ask();
  const ofNode = new Set(['connection', 'content-length', 'date', 'keep-alive']);
  return Object.fromEntries([...answer.headers].filter(([name]) => !ofNode.has(name)));
}

/** Nothing is executed while it is measured, so there is less to compile before that. */
export const shortly = (pace: Pace): Pace => ({ ...pace, warmUpSeconds: pace.seconds });

/** How often all servers are started anew: one process may be luckier than another by a tenth, all its life. */
const startsOf = ({ rounds }: Pick<Pace, 'rounds'>) => (rounds > 1 ? 3 : 1);

/** Rounds between two starts. */
const betweenStarts = (pace: Pace): Pace => ({ ...shortly(pace), rounds: Math.ceil(pace.rounds / 2) });

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
    turns.push({ name: `${contestant.name} GET`, way: get });
    if (contestant.name === 'constant-headed') continue;
    turns.push({ name: `${contestant.name} POST`, way: post });
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
  const pace = betweenStarts(options);
  const starts = startsOf(options);
  const measured = new Map<Question, Rounds>();
  for (let start = 0; start < starts; start += 1) {
    const field = await startWarmField(run, size);
    try {
      for (const question of options.questions) {
        tell(`answers kept: ${question}, ${start + 1} of ${starts}`);
        const turns = await turnsOf(field.runners, question, size);
        const rounds = await takeTurns(load, turns, pace, start * pace.rounds);
        const before = measured.get(question);
        measured.set(question, before === undefined ? rounds : joinRounds([before, rounds]));
      }
    } finally {
      await field.close();
    }
  }
  return { text: writeWarm(measured, starts * pace.rounds, starts), bars: barsOf(measured) };
}

const titleOf = (name: string) => {
  const [server = '', way = ''] = name.split(' ');
  return [contestantNamed(server).title, way === '304' ? '304 to a GET' : way].join(', ');
};

function writeWarm(measured: ReadonlyMap<Question, Rounds>, rounds: number, starts: number): string {
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
    `Requests a second, as a ratio to a constant buffer of the same bytes that is asked by the same method; medians of ${rounds} rounds, in which all servers are started ${starts} times:`,
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
    WAYS.filter(({ name }) => !name.startsWith('constant')).map(({ name, base }) => ({
      group: TITLES[question],
      name: titleOf(name),
      value: ratioOf(rounds, name, base),
    })),
  );
}
