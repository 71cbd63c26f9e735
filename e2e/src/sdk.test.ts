import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltGateway, startBuiltGateway } from './gateway.ts';
import { run, succeed } from './run.ts';
import { createStranger, listNodes, type Stranger } from './stranger.ts';

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const binOf = (name: string) => fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url));
const nodes = await listNodes();

let gateway: BuiltGateway;
let stranger: Stranger;
beforeAll(async () => {
  [gateway, stranger] = await Promise.all([startBuiltGateway(), createStranger()]);
}, 180_000);
afterAll(async () => {
  await Promise.all([gateway?.close(), stranger?.remove()]);
});

describe('the packed SDK', () => {
  test('depends on nothing', async () => {
    expect(await succeed('npm', ['ls', '--all', '--parseable'], { cwd: stranger.directory })).toBe(
      `${stranger.directory}\n${path.join(stranger.directory, 'node_modules/@reintegration/sdk')}\n`,
    );
  });

  test('carries the licence, and is packed by pnpm alone, which adds it', async () => {
    const installed = path.join(stranger.directory, 'node_modules/@reintegration/sdk');
    expect(await readdir(installed)).toContain('LICENSE');
    for (const name of ['schema', 'server', 'sdk']) {
      const cwd = fileURLToPath(new URL(`../../packages/${name}`, import.meta.url));
      const env = { npm_config_user_agent: 'npm/11.0.0 node/v24.0.0' };
      const { code, stderr } = await run('npm', ['pack', '--dry-run'], { cwd, env });
      expect([code, stderr]).toEqual([1, expect.stringContaining('Run "npx -y pnpm@12 pack" here.')]);
    }
  }, 60_000);

  test('is published as it should be', async () => {
    expect(await succeed(binOf('publint'), ['run', stranger.archive, '--strict'])).toContain('All good!');
    // The contract as a text has no types: what an import of it gives is up to the bundler.
    const apart = ['--exclude-entrypoints', 'schema.graphql'];
    expect(await succeed(binOf('attw'), [stranger.archive, '--no-emoji', ...apart])).toContain(
      'No problems found',
    );
  }, 60_000);
});

/** What a bundler makes of a program that uses the installed SDK. */
async function bundle(program: string): Promise<string> {
  const { outputFiles, warnings } = await build({
    entryPoints: [await stranger.write('bundled.mjs', program)],
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    external: ['react'],
    outdir: 'nowhere',
    write: false,
    logLevel: 'silent',
  });
  expect(warnings).toEqual([]);
  return outputFiles[0]?.text ?? '';
}

describe('bundled from the archive', () => {
  const client = `
    import { createClient } from '@reintegration/sdk';
    import { ProjectFigures } from '@reintegration/sdk/operations';
    createClient({ url: '/graphql' }).run(ProjectFigures, { project: 'p' });`;

  test('client and one operation are as small as from the sources, and carry no other operation', async () => {
    const program = await bundle(client);
    expect(program).toContain('query ProjectFigures');
    expect(program).not.toContain('query DataVersion');
    expect(gzipSync(program).length).toBeLessThanOrEqual(4_096);
  });

  test('one hook does not carry what the other needs', async () => {
    const hook = (name: string) =>
      `import { ${name} } from '@reintegration/sdk/react'; console.log(${name});`;
    expect(await bundle(client + hook('useQuery'))).not.toContain('figuresChanged');
    expect(await bundle(client + hook('useLiveQuery'))).toContain('figuresChanged');
  });
});

const useEsm = `
  import { createRequire } from 'node:module';
  import { createClient, isApiError, ApiError } from '@reintegration/sdk';
  import { graphql } from '@reintegration/sdk/graphql';
  import { live } from '@reintegration/sdk/live';
  import { Cities, CityFigures, ProjectFigures } from '@reintegration/sdk/operations';

  const url = process.env.GATEWAY;
  const client = createClient({ url });
  const { project } = await client.run(ProjectFigures, {
    project: 'reintegration-ii', during: '2023', indicators: ['self-employment-grants'],
  });
  const { city } = await client.run(CityFigures, { city: 'novi-pazar' }, { locale: 'SR_CYRL' });
  const { data, meta } = await client.run(Cities, { first: 1 }).withMeta();
  const Place = graphql('fragment Place on City { name(locale: EN) ...Code }', [graphql('fragment Code on City { code }')]);
  const own = await client.run(
    graphql('query ($code: String!) { city(code: $code) { ...Place } }', [Place]), { code: 'novi-pazar' },
  );
  const cities = [];
  for await (const { code } of client.items(Cities, {}, { pageSize: 7 })) cities.push(code);
  const stopper = new AbortController();
  let fresh = 0;
  for await (const { dataVersion } of live(client, ProjectFigures, { project: 'p' }, { signal: stopper.signal })) {
    fresh = dataVersion;
    stopper.abort();
  }
  const refused = await client.run(ProjectFigures, { project: 'p', during: '2025-04-31' }).catch((error) => error);
  const lost = await createClient({ url: url + '-not' }).run(ProjectFigures, { project: 'p' }).catch((error) => error);
  const other = createRequire(import.meta.url)('@reintegration/sdk');
  console.log(JSON.stringify({
    grants: project.figures.map(({ value, qualifier }) => [value, qualifier]),
    city: city.name,
    own,
    cities: [new Set(cities).size === data.cities.totalCount, cities[0] === data.cities.nodes[0].code],
    meta: [meta.status, meta.attempts, typeof meta.cacheState],
    fresh,
    refused: [refused.code, refused.message.includes('April 2025 has 30 days'), typeof refused.requestId],
    lost: [lost.code, lost.status],
    otherCopy: [other.isApiError(refused, 'BAD_USER_INPUT'), isApiError(new other.ApiError('X', 'x')), refused instanceof ApiError],
  }));
`;

const useCommonJs = `
  const { createClient } = require('@reintegration/sdk');
  const { graphql } = require('@reintegration/sdk/graphql');
  const { live } = require('@reintegration/sdk/live');
  const { Cities, IndicatorSum } = require('@reintegration/sdk/operations');
  const variables = { project: 'reintegration-ii', indicator: 'newly-employed-beneficiaries', over: 'PLACE' };
  const client = createClient({ url: process.env.GATEWAY });
  client.run(IndicatorSum, variables).catch(async ({ code, path, data }) => {
    const { value } = await client.items(Cities, {}, { limit: 1 }).next();
    const { dataVersion } = await client.run(graphql('{ dataVersion }'));
    const fresh = live(client, Cities);
    const { value: answer } = await fresh.next();
    await fresh.return();
    console.log(JSON.stringify({
      code, path, data, city: typeof value.code, version: typeof dataVersion, cities: answer.cities.totalCount > 0,
    }));
  });
`;

describe.each(nodes)('with Node $version', ({ program }) => {
  test('answers as an ES module', async () => {
    const script = await stranger.write('esm.mjs', useEsm);
    const printed = await succeed(program, [script], { env: { GATEWAY: gateway.url } });
    expect(JSON.parse(printed)).toEqual({
      grants: [['42', 'EXACT']],
      city: 'Нови Пазар',
      own: { city: { name: 'Novi Pazar', code: 'novi-pazar' } },
      cities: [true, true],
      meta: [200, 1, 'string'],
      fresh: 1,
      refused: ['BAD_USER_INPUT', true, 'string'],
      lost: ['BAD_REQUEST', 404],
      otherCopy: [true, true, true],
    });
  });

  test('answers as CommonJS', async () => {
    const script = await stranger.write('commonjs.cjs', useCommonJs);
    const printed = await succeed(program, [script], { env: { GATEWAY: gateway.url } });
    expect(JSON.parse(printed)).toMatchObject({
      code: 'NOT_ADDITIVE',
      path: ['project', 'sum'],
      city: 'string',
      version: 'number',
      cities: true,
    });
  });
});

const consumer = `
  import { type ApiError, createClient, isApiError, type Operation } from '@reintegration/sdk';
  import { live, type LiveState } from '@reintegration/sdk/live';
  import { Activities, type FigureFields, ProjectFigures } from '@reintegration/sdk/operations';

  export async function* fresh(onState: (state: LiveState) => void): AsyncGenerator<FigureFields> {
    const client = createClient({ url: '/graphql', fetch: async () => ({ status: 200, headers: new Map() as never, text: async () => '' }) });
    for await (const { project } of live(client, ProjectFigures, { project: 'p' }, { onState })) yield* project?.figures ?? [];
  }
  export async function figures(signal: never): Promise<FigureFields[]> {
    const client = createClient({ url: 'https://data.example.org/graphql', timeoutMs: 5, locale: 'SR_LATN' });
    const { activities } = await client.run(Activities);
    const count: number = activities.totalCount + activities.nodes.length;
    for await (const { code } of client.items(Activities, {}, { limit: count, path: 'activities' })) code.trim();
    const { meta } = await client.run(Activities).withMeta();
    const state: 'HIT' | 'REVALIDATED' | 'MISS' | undefined = meta.cacheState;
    createClient({ url: state ?? '', auth: async () => 'token', retry: { maxAttempts: 2 } });
    const own = 'query { dataVersion }' as Operation<{ dataVersion: number }, Record<string, never>>;
    const version: number = (await client.run(own)).dataVersion;
    const { project } = await client.run(ProjectFigures, { project: String(count + version) }, { signal });
    return project?.figures ?? [];
  }
  // @ts-expect-error: no list there
  export const nowhere = () => createClient({ url: '' }).items(Activities, {}, { path: 'cities' });
  export const isLate = (error: unknown): error is ApiError => isApiError(error, 'TIMEOUT');
  // @ts-expect-error: the project is required
  export const wrong = () => createClient({ url: '' }).run(ProjectFigures, {});
`;

describe('types', () => {
  const strict = {
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
    types: [],
  };

  test.each([
    ['nodenext', 'consumer.mts', { module: 'nodenext' }],
    ['nodenext, CommonJS', 'consumer.cts', { module: 'nodenext' }],
    ['bundler', 'consumer.ts', { module: 'esnext', moduleResolution: 'bundler' }],
    ['no DOM', 'consumer.mts', { module: 'nodenext', lib: ['es2022'] }],
  ])(
    'fit a strict program: %s',
    async (_name, file, options) => {
      await stranger.write(file, consumer);
      const compilerOptions = { target: 'es2022', ...strict, ...options };
      const config = await stranger.write(
        'tsconfig.json',
        JSON.stringify({ compilerOptions, files: [file] }),
      );
      expect(await run(process.execPath, [tsc, '--project', config])).toEqual({
        code: 0,
        stdout: '',
        stderr: '',
      });
    },
    60_000,
  );
});
