import { createHash } from 'node:crypto';
import { POSTGRAPHILE } from './postgraphile-questions.ts';
import { type Asked, OURS, type Question } from './questions.ts';

/** A server that answers the questions. */
export type Contestant = {
  /** As `--peers` takes it. */
  readonly name: string;
  readonly title: string;
  /** Its file in `peers`. */
  readonly program: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** Flags for Node, where it is meant to run with some. */
  readonly nodeFlags?: readonly string[];
  /** `cold` executes each request; `warm` keeps answers. */
  readonly role: 'cold' | 'warm';
  readonly questions: Readonly<Record<Question, Asked & { readonly toOurs?: (data: never) => unknown }>>;
};

/** SHA-256 of a document's text. */
export const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

const persistedDocuments = Object.fromEntries(Object.values(OURS).map(({ query }) => [hashOf(query), query]));

const questions = OURS;

/** As the ready server runs: with a heap that is kept small. */
const nodeFlags = ['--max-semi-space-size=16', '--heap-growing-percent=200'];

/** All that take part. The first is what others are compared with. */
export const CONTESTANTS: readonly Contestant[] = [
  { name: 'sql', title: 'SQL by hand, `node:http`', program: 'sql', options: {}, role: 'cold', questions },
  {
    name: 'ours',
    title: '**this gateway**, nothing kept',
    program: 'ours',
    options: { cacheBytes: 0, persistedDocuments },
    nodeFlags,
    role: 'cold',
    questions,
  },
  {
    name: 'postgraphile',
    title: 'PostGraphile 5',
    program: 'postgraphile',
    options: {},
    role: 'cold',
    questions: POSTGRAPHILE,
  },
  {
    name: 'apollo',
    title: 'Apollo Server + Pothos + Prisma',
    program: 'prisma/apollo',
    options: {},
    role: 'cold',
    questions,
  },
  {
    name: 'yoga',
    title: 'Yoga, same schema',
    program: 'prisma/yoga',
    options: {},
    role: 'cold',
    questions,
  },
  {
    name: 'mercurius',
    title: 'Mercurius with jit, same schema',
    program: 'prisma/mercurius',
    options: {},
    role: 'cold',
    questions,
  },
  {
    name: 'constant',
    title: 'constant buffer, `node:http`',
    program: 'constant',
    options: {},
    role: 'warm',
    questions,
  },
  {
    name: 'constant-headed',
    title: 'constant buffer with the headers of this gateway',
    program: 'constant',
    options: {},
    role: 'warm',
    questions,
  },
  {
    name: 'ours-kept',
    title: '**this gateway**',
    program: 'ours',
    options: { persistedDocuments },
    nodeFlags,
    role: 'warm',
    questions,
  },
  {
    name: 'yoga-cached',
    title: 'Yoga with its response cache',
    program: 'prisma/yoga',
    options: { isCaching: true },
    role: 'warm',
    questions,
  },
];

/** The contestant of this name. */
export function contestantNamed(name: string): Contestant {
  const found = CONTESTANTS.find((contestant) => contestant.name === name);
  if (found === undefined) throw new Error(`There is no contestant "${name}"`);
  return found;
}
