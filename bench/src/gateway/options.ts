import { parseArgs } from 'node:util';
import { CONTESTANTS } from './contestants.ts';
import { QUESTIONS, type Question } from './questions.ts';

/** Names of the parts of a run, in their order. */
export const PARTS = [
  'cold',
  'warm',
  'publications',
  'invalidation',
  'connections',
  'growth',
  'profile',
] as const;

/** A part of a run. */
export type Part = (typeof PARTS)[number];

/** What to measure, and for how long. */
export type BenchOptions = {
  readonly parts: readonly Part[];
  readonly questions: readonly Question[];
  readonly peers: readonly string[];
  readonly rounds: number;
  /** Seconds of one measurement. */
  readonly seconds: number;
  /** Seconds for which each server is asked before anything counts: its code is compiled as it runs. */
  readonly warmUpSeconds: number;
  /** Projects of the largest database. */
  readonly projects: number;
  /** Whether everything is measured as the checked-in results are. */
  readonly isWhole: boolean;
};

/** Projects of the smallest database; the others have ten and a hundred times as many. */
export const SMALLEST = 50;

const USAGE = `pnpm bench [--quick] [--only <parts and questions>] [--peers <names>] [--rounds <n>] [--seconds <n>]
  parts:     ${PARTS.join(', ')}
  questions: ${QUESTIONS.join(', ')}
  peers:     ${CONTESTANTS.map(({ name }) => name).join(', ')}
Names are joined by commas. Without --only and --peers, everything is measured and bench/results is written.
`;

function fail(message: string): never {
  process.stderr.write(`${message}\n${USAGE}`);
  process.exit(2);
}

function names(list: string | undefined, known: readonly string[], flag: string): readonly string[] {
  const asked = list?.split(',').map((name) => name.trim()) ?? [];
  const unknown = asked.find((name) => !known.includes(name));
  if (unknown !== undefined) fail(`${flag}: there is no "${unknown}".`);
  return asked;
}

function positive(text: string | undefined, otherwise: number, flag: string): number {
  const value = text === undefined ? otherwise : Number(text);
  return value > 0 ? value : fail(`${flag}: "${text}" is not a number above 0.`);
}

function readArguments() {
  const string = { type: 'string' } as const;
  const boolean = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({
      options: {
        quick: boolean,
        help: boolean,
        only: string,
        peers: string,
        rounds: string,
        seconds: string,
      },
    }).values;
  } catch (error) {
    return fail((error as Error).message);
  }
}

/** Reads what the command line asks for. Ends the process when it cannot be understood. */
export function readOptions(): BenchOptions {
  const { quick, help, only, peers, rounds, seconds } = readArguments();
  if (help) {
    process.stdout.write(USAGE);
    process.exit(0);
  }
  const asked = names(only, [...PARTS, ...QUESTIONS], '--only');
  const parts = PARTS.filter((part) => asked.includes(part));
  const questions = QUESTIONS.filter((question) => asked.includes(question));
  const known = CONTESTANTS.map(({ name }) => name);
  const everything = quick ? PARTS.filter((part) => part !== 'profile') : PARTS;
  const someParts = questions.length > 0 ? (['cold', 'warm'] as const) : everything;
  return {
    parts: parts.length > 0 ? parts : someParts,
    questions: questions.length > 0 ? questions : QUESTIONS,
    peers: peers === undefined ? known : names(peers, known, '--peers'),
    rounds: positive(rounds, quick ? 1 : 5, '--rounds'),
    seconds: positive(seconds, quick ? 0.3 : 0.7, '--seconds'),
    warmUpSeconds: quick ? 0.6 : 1.5,
    projects: SMALLEST * (quick ? 10 : 100),
    isWhole: asked.length === 0 && peers === undefined && !quick,
  };
}
