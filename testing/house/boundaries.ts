import type { IConfiguration, IRegularForbiddenRuleType as Rule } from 'dependency-cruiser';
import { CONCEPTS, FOUNDATION_FILES, FOUNDATION_ROOMS, SERVER_ROOMS } from './rooms.ts';

const SCHEMA = '^packages/schema/src/';
const SERVER = '^packages/server/src/';
const TESTS = '\\.(test|test-d|fixture)\\.tsx?$|^packages/[^/]+/src/golden/';
const HOOKS = '^packages/sdk/src/react(\\.ts$|/)';
const SCRIPTS = '^(packages|examples)/[^/]+/((scripts|codegen|src/build)/|[^/]+\\.ts$)|^\\.[^/]+\\.mjs$';
/** The SDK's program for the terminal: bundled with all that it needs, and no part of what others import. */
const PROGRAM = '^packages/sdk/src/(cli\\.ts$|doctor/)';

/** A path that is any of these names. */
const anyOf = (names: readonly string[]) => `(${names.map((name) => name.replace('.', '\\.')).join('|')})`;
/** An installed package that is any of these names, or of these scopes. */
const packages = (...names: readonly string[]) => `(^|/)node_modules/${anyOf(names)}/`;

const concepts = `${SCHEMA}${anyOf(CONCEPTS)}/`;
const foundation = `${SCHEMA}(${anyOf(FOUNDATION_ROOMS)}/|${anyOf(FOUNDATION_FILES)}$)`;

function forbid(name: string, comment: string, from: Rule['from'], to: Rule['to']): Rule {
  return { name, comment, severity: 'error', from, to };
}

const betweenPackages: readonly Rule[] = [
  forbid(
    'sdk-knows-only-the-contract',
    'The SDK is built from the printed contract. Whoever installs it gets nothing of the gateway.',
    { path: '^packages/sdk/' },
    { path: '^packages/(?!sdk/)' },
  ),
  forbid(
    'sdk-runs-anywhere',
    'The SDK runs in browsers: its sources use no built-in module of Node.',
    { path: '^packages/sdk/src/', pathNot: `${TESTS}|${PROGRAM}` },
    { dependencyTypes: ['core'] },
  ),
  forbid(
    'sdk-has-no-dependency',
    'The SDK brings nothing along. Only its test kit executes GraphQL, by the copy that the program has.',
    { path: '^packages/sdk/src/', pathNot: `${TESTS}|${PROGRAM}|${HOOKS}|^packages/sdk/src/testing/` },
    { path: '(^|/)node_modules/', dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'sdk-tests-by-graphql-alone',
    'Whoever tests with the kit installs graphql beside it, and nothing else.',
    { path: '^packages/sdk/src/testing/', pathNot: TESTS },
    { path: '(^|/)node_modules/(?!\\.pnpm/graphql@|graphql/)', dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'sdk-runs-without-its-test-kit',
    'A program that reads data carries nothing of what its tests need.',
    { path: '^packages/sdk/src/', pathNot: `${TESTS}|^packages/sdk/src/(testing|generated)[./]` },
    { path: '^packages/sdk/src/testing[./]' },
  ),
  forbid(
    'sdk-program-stays-apart',
    'What others import holds nothing of the program for the terminal.',
    { path: '^packages/sdk/src/', pathNot: `${TESTS}|${PROGRAM}` },
    { path: PROGRAM },
  ),
  forbid(
    'sdk-hooks-know-react-alone',
    'Hooks bring nothing along but React, which whoever uses them has.',
    { path: HOOKS, pathNot: TESTS },
    { path: '(^|/)node_modules/', pathNot: packages('react', '@types/react') },
  ),
  forbid(
    'sdk-needs-no-react',
    'Whoever uses no hooks needs no React.',
    { path: '^packages/sdk/src/', pathNot: `${TESTS}|${HOOKS}` },
    { path: HOOKS },
  ),
  forbid(
    'server-enters-schema-by-the-front-door',
    'The gateway uses what packages/schema/src/index.ts exports, and nothing behind it.',
    { path: '^packages/server/' },
    {
      path: '^packages/schema/',
      pathNot: '^packages/schema/(src/index\\.ts|package\\.json|schema\\.graphql)$',
    },
  ),
  forbid(
    'server-knows-no-models',
    'Domain tables and types belong to packages/schema.',
    { path: '^packages/server/' },
    { path: packages('prisma', '@prisma', 'kysely', '@pothos') },
  ),
  forbid(
    'schema-knows-no-server',
    'The contract can be served by anything: it knows no HTTP, no Apollo and no other package.',
    { path: '^packages/schema/' },
    { path: `^packages/(?!schema/)|${packages('fastify', '@fastify', '@apollo', '@as-integrations')}` },
  ),
  forbid(
    'schema-reads-no-environment',
    'Settings reach packages/schema as arguments.',
    { path: SCHEMA },
    { path: `^process$|^packages/server/src/config/|${packages('dotenv', 'env-var', 'envalid')}` },
  ),
  forbid(
    'explorer-stands-alone',
    'The explorer reads the contract from the gateway, as every client does.',
    { path: '^packages/explorer/' },
    { path: '^packages/(?!explorer/)' },
  ),
  forbid(
    'explorer-is-served-as-files',
    'The explorer is built into files; nothing imports its sources.',
    { path: '^(packages|examples)/(?!explorer/)' },
    { path: '^packages/explorer/' },
  ),
  forbid(
    'examples-are-strangers',
    'An example uses the SDK as anybody would: by the name of the published package.',
    { path: '^examples/', pathNot: TESTS },
    {
      path: '^packages/',
      pathNot: '^packages/sdk/(src/(index|operations|live|react)\\.ts|dist/.+|package\\.json)$',
    },
  ),
];

const withinSchema: readonly Rule[] = [
  forbid(
    'foundation-knows-no-concept',
    'What every concept stands on cannot stand on one of them.',
    { path: foundation, pathNot: TESTS },
    { path: concepts },
  ),
  // Each concept may import the ones before it. The last has none behind it to be kept from.
  ...CONCEPTS.slice(0, -1).map((concept, position) =>
    forbid(
      `concept-order-${concept}`,
      'The owner of the knowledge adds the field: an earlier concept knows nothing of a later one.',
      { path: `${SCHEMA}${concept}/`, pathNot: TESTS },
      { path: `${SCHEMA}${anyOf(CONCEPTS.slice(position + 1))}/` },
    ),
  ),
  forbid(
    'dataset-knows-no-concept',
    'Loading writes rows; it needs values and the database, not the contract.',
    { path: `${SCHEMA}dataset/`, pathNot: TESTS },
    { path: `${concepts}|${SCHEMA}(builder|schema|index)\\.ts$` },
  ),
  forbid(
    'dataset-is-apart',
    'Answers come from the database, never from the dataset files.',
    { path: `${foundation}|${concepts}`, pathNot: TESTS },
    { path: `${SCHEMA}dataset/` },
  ),
  forbid(
    'disclosure-is-mathematics',
    'How counts are protected can be checked by reading: it knows no database, no contract and no concept.',
    { path: `${SCHEMA}disclosure/`, pathNot: TESTS },
    { path: `${concepts}|${SCHEMA}(database|dataset|generated|synthetic|builder|context|schema|index)[/.]` },
  ),
  forbid(
    'synthetic-is-apart',
    'People are made up for trying things out: nothing that serves or counts knows of them.',
    { path: `${foundation}|${concepts}|${SCHEMA}(dataset|disclosure)/`, pathNot: TESTS },
    { path: `${SCHEMA}synthetic/` },
  ),
  forbid(
    'surface-is-on-top',
    'schema.ts and index.ts gather everything; nothing below imports them.',
    { path: `${foundation}|${concepts}|${SCHEMA}dataset/`, pathNot: TESTS },
    { path: `${SCHEMA}(schema|index)\\.ts$` },
  ),
  forbid(
    'statements-in-stores-only',
    'SQL is written in store files, and in the rooms that are about the database.',
    {
      path: '^packages/schema/',
      pathNot: `${SCHEMA}(database|dataset|publication|generated)/|(^|[/-])store\\.ts$|${TESTS}`,
    },
    { path: packages('kysely') },
  ),
  forbid(
    'drivers-in-database-only',
    'A connection is opened in one room and handed on.',
    { path: SCHEMA, pathNot: `${SCHEMA}(database|dataset|synthetic|generated)/|${TESTS}` },
    { path: `${packages('pg', '@prisma')}|${SCHEMA}generated/prisma/` },
  ),
  forbid(
    'policy-is-pure',
    'A policy decides from what it is given. It reads nothing.',
    { path: '(^|[/-])policy\\.ts$' },
    {
      path: `${SCHEMA}(database|dataset)/|(^|[/-])store\\.ts$|/loader\\.ts$|${packages('kysely', 'pg', '@prisma', 'dataloader')}`,
    },
  ),
  forbid(
    'policy-takes-no-generated-code',
    'A policy may name generated types; it runs none of that code.',
    { path: '(^|[/-])policy\\.ts$' },
    { path: `${SCHEMA}generated/`, dependencyTypesNot: ['type-only'] },
  ),
];

const withinServer: readonly Rule[] = SERVER_ROOMS.slice(0, -1).map((room, position) =>
  forbid(
    `server-order-${room}`,
    'A request passes the rooms one way: an earlier one knows nothing of a later one.',
    { path: `${SERVER}${room}/`, pathNot: TESTS },
    { path: `${SERVER}${anyOf(SERVER_ROOMS.slice(position + 1))}/` },
  ),
);

const everywhere: readonly Rule[] = [
  forbid(
    'no-cycle',
    'Of two modules that need each other, neither can be read alone.',
    {},
    { circular: true },
  ),
  forbid(
    'no-orphan',
    'A module that nothing imports, and that imports nothing, is left over.',
    { orphan: true, pathNot: `${TESTS}|${SCRIPTS}|\\.d\\.ts$|^(examples|e2e|bench)/` },
    {},
  ),
  forbid(
    'no-missing-module',
    'Every import leads to a file or an installed package.',
    { path: '^(packages|examples|testing)/' },
    { couldNotResolve: true },
  ),
  forbid(
    'no-test-code-in-sources',
    'What is shipped imports no test, no fixture and no script.',
    { path: '^(packages|examples)/[^/]+/src/', pathNot: `${TESTS}|${SCRIPTS}` },
    { path: `${TESTS}|${SCRIPTS}|^(testing|e2e|bench)/|${packages('vitest', 'fast-check')}` },
  ),
  forbid(
    'no-development-package-in-sources',
    'What is shipped finds its packages installed: they are dependencies or peers, not devDependencies alone.',
    { path: '^packages/(schema|server|sdk)/src/', pathNot: `${TESTS}|${SCRIPTS}|${PROGRAM}` },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm-peer'] },
  ),
];

/** Who may import whom. */
export const boundaries: IConfiguration = {
  forbidden: [...betweenPackages, ...withinSchema, ...withinServer, ...everywhere],
  options: {
    // Seen as what others import, but not looked into. Left out altogether, they would be invisible to the rules.
    doNotFollow: { path: ['(^|/)node_modules/', '/generated/', '(^|/)dist/', '^packages/server/assets/'] },
    // What Astro writes for itself.
    exclude: { path: ['/\\.astro/'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['reintegration-source', 'import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
