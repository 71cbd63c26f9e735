import { CONCEPTS, SERVER_ROOMS } from './rooms.ts';

/** Files by path. A path in `node_modules` stands for an installed package. */
export type Tree = Readonly<Record<string, string>>;

const S = 'packages/schema/src';

/** A module that imports these. */
const importing = (...modules: readonly string[]) =>
  `${modules.map((name, i) => `import * as m${i} from '${name}';`).join('\n')}\nexport const it = 1;\n`;
const EMPTY = 'export const it = 1;\n';

/** An installed package, as little of it as the checker has to find. It lies as packages of the registry do. */
const installed = (name: string): Tree => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'dist/index.js' }),
  [`node_modules/${name}/dist/index.js`]: 'module.exports = {};\n',
});

/** A tree in which one file imports another, both of them present. */
const between = (from: string, to: string, name: string): Tree => ({ [from]: importing(name), [to]: EMPTY });

const conceptBreaches = CONCEPTS.slice(0, -1).map((concept, position): [string, Tree] => {
  const later = CONCEPTS[position + 1];
  return [
    `concept-order-${concept}`,
    between(`${S}/${concept}/type.ts`, `${S}/${later}/type.ts`, `../${later}/type.ts`),
  ];
});

const serverBreaches = SERVER_ROOMS.slice(0, -1).map((room, position): [string, Tree] => {
  const later = SERVER_ROOMS[position + 1];
  const [from, to] = [`packages/server/src/${room}/one.ts`, `packages/server/src/${later}/other.ts`];
  return [`server-order-${room}`, between(from, to, `../${later}/other.ts`)];
});

/** For each rule a tree that breaks it. */
export const breaches: Readonly<Record<string, Tree>> = {
  ...Object.fromEntries(conceptBreaches),
  ...Object.fromEntries(serverBreaches),
  'sdk-knows-only-the-contract': between(
    'packages/sdk/src/client.ts',
    `${S}/index.ts`,
    '../../schema/src/index.ts',
  ),
  'sdk-runs-anywhere': { 'packages/sdk/src/client.ts': importing('node:fs') },
  'sdk-has-no-dependency': { 'packages/sdk/src/client.ts': importing('graphql'), ...installed('graphql') },
  'sdk-tests-by-graphql-alone': {
    'packages/sdk/src/testing/gateway.ts': importing('graphql', '@graphql-tools/mock'),
    ...installed('graphql'),
    ...installed('@graphql-tools/mock'),
  },
  'sdk-runs-without-its-test-kit': between(
    'packages/sdk/src/client.ts',
    'packages/sdk/src/testing/gateway.ts',
    './testing/gateway.ts',
  ),
  'sdk-program-stays-apart': between(
    'packages/sdk/src/client.ts',
    'packages/sdk/src/doctor/read.ts',
    './doctor/read.ts',
  ),
  'sdk-hooks-know-react-alone': {
    'packages/sdk/src/react/use-query.ts': importing('react-dom'),
    ...installed('react-dom'),
  },
  'sdk-needs-no-react': between(
    'packages/sdk/src/client.ts',
    'packages/sdk/src/react/provider.ts',
    './react/provider.ts',
  ),
  'server-enters-schema-by-the-front-door': between(
    'packages/server/src/gateway.ts',
    `${S}/builder.ts`,
    '../../schema/src/builder.ts',
  ),
  'server-knows-no-models': { 'packages/server/src/gateway.ts': importing('kysely'), ...installed('kysely') },
  'schema-knows-no-server': { [`${S}/context.ts`]: importing('fastify'), ...installed('fastify') },
  'schema-reads-no-environment': { [`${S}/context.ts`]: importing('node:process') },
  'explorer-stands-alone': between(
    'packages/explorer/src/main.tsx',
    `${S}/index.ts`,
    '../../schema/src/index.ts',
  ),
  'explorer-is-served-as-files': between(
    'packages/server/src/http/page.ts',
    'packages/explorer/src/main.tsx',
    '../../../explorer/src/main.tsx',
  ),
  'examples-are-strangers': between(
    'examples/report/src/main.ts',
    `${S}/index.ts`,
    '../../../packages/schema/src/index.ts',
  ),
  'foundation-knows-no-concept': between(`${S}/scalar/type.ts`, `${S}/figure/type.ts`, '../figure/type.ts'),
  'dataset-knows-no-concept': between(`${S}/dataset/load.ts`, `${S}/project/type.ts`, '../project/type.ts'),
  'dataset-is-apart': between(`${S}/project/store.ts`, `${S}/dataset/load.ts`, '../dataset/load.ts'),
  'disclosure-is-mathematics': between(
    `${S}/disclosure/noise.ts`,
    `${S}/database/reader.ts`,
    '../database/reader.ts',
  ),
  'synthetic-is-apart': between(`${S}/project/store.ts`, `${S}/synthetic/make.ts`, '../synthetic/make.ts'),
  'surface-is-on-top': between(`${S}/project/type.ts`, `${S}/schema.ts`, '../schema.ts'),
  'statements-in-stores-only': { [`${S}/project/type.ts`]: importing('kysely'), ...installed('kysely') },
  'drivers-in-database-only': { [`${S}/project/store.ts`]: importing('pg'), ...installed('pg') },
  'policy-is-pure': between(`${S}/figure/policy.ts`, `${S}/measurement/store.ts`, '../measurement/store.ts'),
  'policy-takes-no-generated-code': between(
    `${S}/figure/policy.ts`,
    `${S}/generated/kysely.ts`,
    '../generated/kysely.ts',
  ),
  'no-cycle': { [`${S}/error.ts`]: importing('./loader.ts'), [`${S}/loader.ts`]: importing('./error.ts') },
  'no-orphan': { [`${S}/project/left-over.ts`]: EMPTY },
  'no-missing-module': { [`${S}/project/type.ts`]: importing('./gone.ts') },
  'no-test-code-in-sources': between(
    `${S}/project/type.ts`,
    'testing/database.ts',
    '../../../../testing/database.ts',
  ),
  'no-development-package-in-sources': {
    'packages/server/package.json': JSON.stringify({ name: 'server', devDependencies: { tool: '1.0.0' } }),
    'packages/server/src/gateway.ts': importing('tool'),
    ...installed('tool'),
  },
};

/** A tree that breaks no rule, with an import of every kind that is allowed. */
export const obedient: Tree = {
  [`${S}/index.ts`]: importing('./schema.ts', './dataset/load.ts'),
  [`${S}/schema.ts`]: importing('./project/query.ts', './place/type.ts'),
  [`${S}/project/query.ts`]: importing('../builder.ts', '../place/type.ts', './store.ts', './policy.ts'),
  [`${S}/project/policy.ts`]: `import type { Row } from '../generated/kysely.ts';\nexport const it = (row: Row) => row;\n`,
  [`${S}/project/store.ts`]: importing('kysely', '../database/reader.ts'),
  [`${S}/project/query.test.ts`]: importing('../schema.ts', '../../../../testing/database.ts'),
  [`${S}/place/type.ts`]: importing('../builder.ts'),
  [`${S}/builder.ts`]: EMPTY,
  [`${S}/database/reader.ts`]: importing('kysely', 'pg'),
  [`${S}/dataset/load.ts`]: importing('../database/reader.ts', 'node:fs'),
  [`${S}/generated/kysely.ts`]: 'export type Row = 1;\n',
  'packages/server/src/cli.ts': importing('./gateway.ts'),
  'packages/server/src/gateway.ts': importing('../../schema/src/index.ts', 'pg'),
  'packages/sdk/src/index.ts': importing('./client.ts'),
  'packages/sdk/src/client.ts': `import type { DocumentNode } from 'graphql';\nexport type It = DocumentNode;\n`,
  'packages/sdk/src/cli.ts': importing('./doctor/read.ts', './client.ts', 'node:fs'),
  'packages/sdk/src/doctor/read.ts': importing('graphql', 'node:fs'),
  'packages/sdk/src/client.test.ts': importing('./client.ts', 'node:fs', 'graphql'),
  'examples/report/src/main.ts': importing('../../../packages/sdk/src/index.ts', 'node:fs'),
  'testing/database.ts': importing('pg'),
  ...installed('kysely'),
  ...installed('pg'),
  ...installed('graphql'),
};
