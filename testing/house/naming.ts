import { CONCEPTS } from './rooms.ts';

const EMPTY_WORDS = ['util', 'utils', 'helper', 'helpers', 'common', 'manager', 'managers', 'misc'];

/** Files and folders whose name says nothing of what is in them. */
export function findEmptyNames(paths: readonly string[]): readonly string[] {
  return paths.filter((path) =>
    path.split(/[/.\-_]/).some((word) => EMPTY_WORDS.includes(word.toLowerCase())),
  );
}

/** Files named `index` anywhere but at the root of a package's sources. */
export function findStrayIndexes(paths: readonly string[]): readonly string[] {
  const packages = paths
    .filter((path) => path.endsWith('/package.json'))
    .map((path) => path.replace(/package\.json$/, ''));
  const allowed = new Set(packages.map((folder) => `${folder}src/index.ts`));
  return paths.filter((path) => /(^|\/)index\.[cm]?[jt]sx?$/.test(path) && !allowed.has(path));
}

const VERBS = '(type|query|mutation|store|policy)';
const AGREED = new RegExp(`^([a-z-]+-)?${VERBS}\\.ts$|\\.(test|fixture)\\.ts$`);

/** Files of a concept that are no verb, each with what it holds. */
const OTHER_FILES: Readonly<Record<string, string>> = {
  'api-key/describe-keys.ts': 'keys in words, for the command line',
  'api-key/issuing.ts': 'what issuing, rotating and revoking decide, for the API and the command line alike',
  'api-key/key.ts': 'how a key is spelled',
  'beneficiary/enrolling.ts': 'what enrolling one and enrolling many decide alike',
  'beneficiary/erasing.ts': 'erasing from the command line',
  'beneficiary/key.ts': 'what an input names, by its global id',
  'figure/citation.ts': 'how a figure is quoted',
  'indicator/additivity.ts': 'the dimensions that values may be added along, named by the Prisma models too',
};

/** Files in a concept's folder whose name is not one of those that every concept shares. */
export function findForeignConceptFiles(paths: readonly string[]): readonly string[] {
  const folder = new RegExp(`^packages/schema/src/((?:${CONCEPTS.join('|')})/(.+))$`);
  return paths.filter((path) => {
    const [, inSource, name] = folder.exec(path) ?? [];
    return inSource !== undefined && name !== undefined && !AGREED.test(name) && !(inSource in OTHER_FILES);
  });
}
