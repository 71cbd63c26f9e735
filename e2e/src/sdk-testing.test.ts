import { rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run, succeed } from './run.ts';
import { createStranger, listNodes, type Stranger } from './stranger.ts';

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const nodes = await listNodes();

let stranger: Stranger;
beforeAll(async () => {
  stranger = await createStranger();
}, 60_000);
afterAll(() => stranger?.remove());

const script = (imports: string) => `${imports}
  const gateway = createTestGateway({ cities: [{ code: 'pirot', name: 'Pirot', figures: [{ qualifier: 'LATER' }] }, { code: 'bor' }] });
  const client = createClient({ url: 'https://data.example.org/graphql', fetch: gateway.fetch });
  const read = async () => {
    gateway.fail('rate-limited');
    const { data, meta } = await client.run(Cities).withMeta();
    const byHash = await gateway.fetch('https://data.example.org/graphql?documentId=sha256:' + String(Cities).slice(1, 65));
    const names = data.cities.nodes.map(({ name }) => name);
    const { city } = await client.run(CityFigures, { city: 'pirot' });
    console.log(JSON.stringify([names, city.figures[0].qualifier, meta.attempts, byHash.status, (await byHash.json()).data.cities.totalCount]));
  };
  read();`;

const esm = script(`
  import { createClient } from '@reintegration/sdk';
  import { Cities, CityFigures } from '@reintegration/sdk/operations';
  import { createTestGateway } from '@reintegration/sdk/testing';`);
const commonJs = script(`
  const { createClient } = require('@reintegration/sdk');
  const { Cities, CityFigures } = require('@reintegration/sdk/operations');
  const { createTestGateway } = require('@reintegration/sdk/testing');`);
const printed = [['Sample name of bor', 'Pirot'], 'LATER', 2, 200, 2];

test('the packed test kit asks for graphql where there is none', async () => {
  const { code, stderr } = await run(process.execPath, [await stranger.write('without.mjs', esm)]);
  expect([code, stderr]).toEqual([1, expect.stringContaining("Cannot find package 'graphql'")]);
});

describe.each(['graphql', 'graphql-17'])('with %s beside it', (name) => {
  beforeAll(async () => {
    const installed = fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url));
    const link = path.join(stranger.directory, 'node_modules/graphql');
    await rm(link, { force: true });
    await symlink(installed, link);
  });

  test.each(nodes)('it answers as an ES module and as CommonJS with Node $version', async ({ program }) => {
    for (const file of [
      await stranger.write('esm.mjs', esm),
      await stranger.write('commonjs.cjs', commonJs),
    ]) {
      expect(JSON.parse(await succeed(program, [file]))).toEqual(printed);
    }
  });
});

describe('types', () => {
  const consumer = `
    import { createClient } from '@reintegration/sdk';
    import { createTestGateway, type CityFixture, type TestGateway } from '@reintegration/sdk/testing';

    const pirot: CityFixture = { code: 'pirot', name: { EN: 'Pirot' }, figures: [{ qualifier: 'LATER' }] };
    export const gateway: TestGateway = createTestGateway({ cities: [pirot] }, { fill: 'all' });
    export const client = createClient({ url: '/graphql', fetch: gateway.fetch });
    gateway.fail('slow-answer', { delayMs: 5, times: 2 });
    // @ts-expect-error: no such field
    gateway.publish({ cities: [{ nmae: 'Pirot' }] });
  `;

  test.each([
    ['nodenext', 'consumer.mts', { module: 'nodenext' }],
    ['nodenext, CommonJS', 'consumer.cts', { module: 'nodenext' }],
    ['bundler', 'consumer.ts', { module: 'esnext', moduleResolution: 'bundler' }],
    ['no DOM', 'consumer.mts', { module: 'nodenext', lib: ['es2022'] }],
  ])(
    'fit a strict program: %s',
    async (_name, file, options) => {
      await stranger.write(file, consumer);
      const strict = { strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false, noEmit: true };
      const compilerOptions = { target: 'es2022', types: [], ...strict, ...options };
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
