import { mkdir, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from './run.ts';
import { createStranger, type Stranger } from './stranger.ts';

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const gqlTada = fileURLToPath(new URL('../node_modules/gql.tada', import.meta.url));

let stranger: Stranger;
beforeAll(async () => {
  stranger = await createStranger();
}, 180_000);
afterAll(() => stranger?.remove());

/** Compiles one file as strictly as can be; answers what the compiler says. */
async function compile(file: string, text: string, options: object = { module: 'nodenext' }) {
  await stranger.write(file, text);
  const compilerOptions = {
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
    types: [],
    ...options,
  };
  const config = await stranger.write('tsconfig.json', JSON.stringify({ compilerOptions, files: [file] }));
  // Where it can, the compiler collects garbage before it tells its memory, which is then the same each time.
  const args = ['--expose-gc', tsc, '--project', config, '--extendedDiagnostics', '--listFiles'];
  return run(process.execPath, args);
}

/** Least memory of some runs, in megabytes. */
async function leastMemory(file: string, text: string): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let count = 0; count < 3; count += 1) {
    const { code, stdout } = await compile(file, text);
    expect(code, stdout).toBe(0);
    const [, kilobytes] = /^Memory used:\s+(\d+)K$/m.exec(stdout) ?? [];
    least = Math.min(least, Number(kilobytes) / 1024);
  }
  return least;
}

const curated = `
  import { createClient } from '@reintegration/sdk';
  import { ProjectFigures } from '@reintegration/sdk/operations';
  export const answer = createClient({ url: '/graphql' }).run(ProjectFigures, { project: 'p' });
`;

const own = `
  import { createClient } from '@reintegration/sdk';
  import { graphql, type ResultOf } from '@reintegration/sdk/graphql';

  const Name = graphql('fragment Name on City { code name }');
  const Towns = graphql(
    'query ($locale: Locale, $after: String) { cities(after: $after) { nodes { ...Name } pageInfo { hasNextPage endCursor } } }',
    [Name],
  );
  const client = createClient({ url: 'https://data.example.org/graphql' });
  export async function names(): Promise<ResultOf<typeof Name>[]> {
    for await (const { name } of client.items(Towns, { locale: 'EN' })) name.trim();
    return (await client.run(Towns, { locale: undefined })).cities.nodes;
  }
  // @ts-expect-error: no such locale
  export const wrong = () => client.run(Towns, { locale: 'sr' });
  // @ts-expect-error: no GraphQL
  export const unreadable = () => client.run(graphql('query {'));
`;

/** Most megabytes that the compiler needs for a program with the SDK, more than for one without. */
const MOST = { curated: 10, own: 40 };

test('the README tells what the compiler needs', async () => {
  const readme = await readFile(new URL('../../packages/sdk/README.md', import.meta.url), 'utf8');
  expect(readme).toContain(
    `at most ${MOST.curated} MB more for it; ${MOST.own} MB with queries of your own |`,
  );
});

describe('a program with a curated operation', () => {
  test('costs the compiler little, and nothing of gql.tada', async () => {
    const { stdout } = await compile('curated.ts', curated);
    expect(stdout).toContain('@reintegration/sdk/dist/operations.d.');
    expect(stdout).not.toMatch(/gql\.tada|node_modules\/graphql|sdk\/dist\/graphql/);
    const nothing = await leastMemory('nothing.ts', 'export {};');
    expect((await leastMemory('curated.ts', curated)) - nothing).toBeLessThanOrEqual(MOST.curated);
  }, 120_000);
});

describe('a program with queries of its own', () => {
  beforeAll(async () => {
    await mkdir(path.join(stranger.directory, 'node_modules'), { recursive: true });
    await symlink(gqlTada, path.join(stranger.directory, 'node_modules/gql.tada'));
  });

  test.each([
    ['nodenext', 'own.mts', { module: 'nodenext' }],
    ['nodenext, CommonJS', 'own.cts', { module: 'nodenext' }],
    ['bundler', 'own.ts', { module: 'esnext', moduleResolution: 'bundler' }],
    ['no DOM', 'own.mts', { module: 'nodenext', lib: ['es2022'] }],
  ])(
    'is typed: %s',
    async (_name, file, options) => {
      const { code, stdout } = await compile(file, own, options);
      expect(stdout.match(/.*error TS.*/g)).toBe(null);
      expect(code).toBe(0);
      expect(stdout).toContain('gql.tada');
    },
    60_000,
  );

  test('costs the compiler bearably much', async () => {
    const nothing = await leastMemory('nothing.ts', 'export {};');
    const memory = (await leastMemory('own.ts', own)) - nothing;
    expect(memory).toBeLessThanOrEqual(MOST.own);
    // Were it as cheap as a curated one, nothing would have been measured.
    expect(memory).toBeGreaterThan(MOST.curated);
  }, 120_000);

  test('is checked by gql.tada, as the README says', async () => {
    const plugins = [
      { name: 'gql.tada/ts-plugin', schema: './node_modules/@reintegration/sdk/dist/schema.graphql' },
    ];
    await stranger.write('own.mts', own.replace('code name', 'code nam'));
    await stranger.write(
      'tsconfig.json',
      JSON.stringify({ compilerOptions: { module: 'nodenext', plugins }, files: ['own.mts'] }),
    );
    const args = [path.join(gqlTada, 'bin/cli.js'), 'check'];
    const { code, stdout } = await run(process.execPath, args, { cwd: stranger.directory });
    expect(code).toBe(1);
    expect(stdout).toContain('Cannot query field "nam" on type "City". Did you mean "name"?');
  }, 60_000);

  test('finds the contract where other tools look for it', async () => {
    const print = await stranger.write(
      'contract.mjs',
      `import { readFile } from 'node:fs/promises';
       import introspection from '@reintegration/sdk/introspection.json' with { type: 'json' };
       const text = await readFile(new URL(import.meta.resolve('@reintegration/sdk/schema.graphql')), 'utf8');
       console.log(introspection.__schema.queryType.name, /^type Query \\{$/m.test(text));`,
    );
    expect((await run(process.execPath, [print])).stdout).toBe('Query true\n');
  });
});
