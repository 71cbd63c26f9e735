import { median } from '../../median.ts';
import { table } from '../../sdk/table.ts';
import { askVaried } from '../ask.ts';
import { contestantNamed } from '../contestants.ts';
import { type Run, startField } from '../field.ts';
import { writeRatio } from '../figures.ts';
import { SMALLEST } from '../options.ts';
import { QUESTIONS, type Question, TITLES } from '../questions.ts';
import { type Turn, takeTurns } from '../rounds.ts';
import type { PartReport } from './cold.ts';

const NAMES = ['sql', 'ours'] as const;
const QUICK_FACTORS = [1, 10];
const FACTORS = [...QUICK_FACTORS, 100];

/** Asks the same of more and more rows. Answers keep their size; what they are found among grows. */
export async function measureGrowth(run: Run): Promise<PartReport> {
  const { options, load, tell } = run;
  const questions = QUESTIONS.filter(
    (question) => question !== 'typename' && options.questions.includes(question),
  );
  const sizes = FACTORS.map((factor) => ({ projects: SMALLEST * factor })).filter(
    ({ projects }) => projects <= options.projects,
  );
  const fields = [];
  try {
    for (const size of sizes)
      fields.push({ size, ...(await startField(run, NAMES.map(contestantNamed), size)) });
    const rates = new Map<string, readonly number[]>();
    for (const question of questions) {
      tell(`rows: ${question}`);
      const turns = fields.flatMap(({ size, runners }) =>
        runners.map(
          ({ contestant, peer }): Turn => ({
            name: keyOf(contestant.name, question, size.projects),
            way: askVaried(contestant, peer.url, question, size),
          }),
        ),
      );
      const { samples } = await takeTurns(load, turns, options);
      for (const [name, mine] of samples)
        rates.set(
          name,
          mine.map(({ requestsPerSecond }) => requestsPerSecond),
        );
    }
    return {
      text: writeGrowth(
        questions,
        sizes.map(({ projects }) => projects),
        rates,
      ),
      bars: [],
    };
  } finally {
    await Promise.all(fields.map((field) => field.close()));
  }
}

const keyOf = (name: string, question: Question, projects: number) => [name, question, projects].join(' ');

function writeGrowth(
  questions: readonly Question[],
  sizes: readonly number[],
  rates: ReadonlyMap<string, readonly number[]>,
): string {
  const costOf = (name: string, question: Question, projects: number) => {
    const least = rates.get(keyOf(name, question, SMALLEST)) ?? [];
    const mine = rates.get(keyOf(name, question, projects)) ?? [];
    return median(least.map((rate, round) => rate / (mine[round] ?? Number.NaN)));
  };
  const rows = NAMES.flatMap((name) =>
    questions.map((question) => [
      `${contestantNamed(name).title}: ${TITLES[question]}`,
      ...sizes.map((projects) => writeRatio(costOf(name, question, projects))),
    ]),
  );
  const head = ['', ...sizes.map((projects) => `${(projects * 200).toLocaleString('en')} measurements`)];
  return `Time of one request, as a ratio to the same with the fewest rows:\n\n${table(head, rows)}`;
}
