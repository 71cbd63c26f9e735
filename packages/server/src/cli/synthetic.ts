import { makeSyntheticPeople, type SyntheticPlan } from '@reintegration/schema';
import type { Command } from 'commander';
import type { Pool } from 'pg';
import { CommandError, say } from './command.ts';
import { loadBundled } from './load.ts';
import { sayProgress } from './progress.ts';
import { withPool } from './with-pool.ts';

/** The most people that one command makes up. */
const MOST = 1_000_000;

/** Options as the command line has them. */
type SyntheticOptions = {
  readonly beneficiaries: string;
  readonly seed: string;
  readonly replace: boolean;
};

/** @throws CommandError when it is no whole number within these bounds */
function parseNumber(option: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new CommandError(`--${option} is "${text}". Expected a whole number from ${least} to ${most}.`);
}

/** Makes people up, and says what came of it. */
async function makeAndSay(options: SyntheticOptions): Promise<void> {
  const plan: SyntheticPlan = {
    count: parseNumber('beneficiaries', options.beneficiaries, 1, MOST),
    seed: parseNumber('seed', options.seed, 0, Number.MAX_SAFE_INTEGER),
    replace: options.replace,
  };
  await withPool((pool) => make(pool, plan));
}

async function make(pool: Pool, plan: SyntheticPlan, mayLoad = true): Promise<void> {
  const people = `${plan.count} synthetic people of seed ${plan.seed}`;
  const outcome = await makeSyntheticPeople(pool, plan, sayProgress('making people up'));
  switch (outcome.kind) {
    case 'nowhere':
      if (!mayLoad)
        throw new CommandError(`These cities are not in the database: ${outcome.cities.join(', ')}.`);
      await loadBundled(pool);
      return make(pool, plan, false);
    case 'occupied':
      throw new CommandError(
        `The project "synthetic" holds ${outcome.others} other people. Add --replace to remove them; releases that were made of them stay.`,
      );
    case 'unchanged':
      return say(`✓ ${people} are there already, nothing new`);
    case 'made':
      if (outcome.replaced > 0) say(`✓ removed ${outcome.replaced} others`);
      say(`✓ ${people}, in the project "synthetic"`);
      say('  next: reintegration release create --project synthetic --period 2025');
  }
}

/** Adds the command that makes people up to the program. */
export function addSyntheticCommand(program: Command): void {
  program
    .command('synthetic')
    .description('make people up, in a project of their own that says so: for trying things out')
    .requiredOption('--beneficiaries <number>', 'how many')
    .option('--seed <number>', 'the same seed makes the same people', '1')
    .option('--replace', 'remove other made-up people first', false)
    .action((options: SyntheticOptions) => makeAndSay(options));
}
