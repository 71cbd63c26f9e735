import pg from 'pg';
import { table } from '../../sdk/table.ts';
import { askByGet } from '../ask.ts';
import { contestantNamed } from '../contestants.ts';
import { type Run, startField } from '../field.ts';
import { writeRate, writeRatio, writeWaits } from '../figures.ts';
import { TITLES } from '../questions.ts';
import { middle, ratioOf, takeTurns } from '../rounds.ts';
import type { PartReport } from './cold.ts';
import { shortly } from './warm.ts';

const EVERY_MS = 100;
/** More rounds than elsewhere: how much is published while one is measured varies. */
const ROUNDS_FOR_ONE = 4;

/** Publishes something ten times a second, until it is told to stop. */
async function publish(url: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const timer = setInterval(
    () => void client.query('SELECT record_publication()').catch(() => undefined),
    EVERY_MS,
  );
  return async () => {
    clearInterval(timer);
    await client.end();
  };
}

/** Asks for the same while the data changes: each publication ends all answers that were kept. */
export async function measurePublications(run: Run): Promise<PartReport> {
  const { options, load, tell, databases } = run;
  const size = { projects: options.projects };
  const contestant = contestantNamed('ours-kept');
  const field = await startField(run, [contestant], size);
  const url = field.runners[0]?.peer.url ?? '';
  try {
    const questions = (['figures', 'projects'] as const).filter((question) =>
      options.questions.includes(question),
    );
    const rounds = ROUNDS_FOR_ONE * options.rounds;
    const rows: (readonly string[])[] = [];
    for (const question of questions) {
      tell(`publications: ${question}`);
      const way = askByGet(contestant, url, question, size);
      const databaseUrl = await databases.url(size);
      const turns = [
        { name: 'calm', way },
        { name: 'busy', way, meanwhile: () => publish(databaseUrl) },
      ];
      const both = await takeTurns(load, turns, { ...shortly(options), rounds });
      for (const reason of both.failures.values()) throw new Error(reason);
      const write = (name: string) => {
        const mine = both.samples.get(name) ?? [];
        return `${writeRate(middle(mine, 'requestsPerSecond'))}; ${writeWaits(middle(mine, 'p50Ms'), middle(mine, 'p99Ms'))}`;
      };
      rows.push([TITLES[question], write('calm'), write('busy'), writeRatio(ratioOf(both, 'busy', 'calm'))]);
    }
    const head = ['question, by GET', 'no publication', 'ten a second', 'ratio'];
    return {
      text: `Requests a second; waits in ms, median / 99th percentile; medians of ${rounds} rounds:\n\n${table(head, rows)}`,
      bars: [],
    };
  } finally {
    await field.close();
  }
}
