import { access, chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Checkout, copyCheckout, expectRegistry } from './release/checkout.ts';
import { findRegistry, type Registry, startRegistry } from './release/registry.ts';
import {
  type Installer,
  installAsStranger,
  type StrangerGateway,
  serveAsStranger,
} from './release/stranger.ts';
import { succeed } from './run.ts';

const NAMES = ['schema', 'sdk', 'server'] as const;
type Manifest = { readonly version: string; readonly dependencies?: Readonly<Record<string, string>> };

let folder: string;
let registry: Registry;
let checkout: Checkout;
let before: string;
let published: string;

/** What fails beside a registry is told with what that registry printed. */
async function telling<T>(step: Promise<T>): Promise<T> {
  return step.catch((error: Error) => {
    throw new Error(`${error.message}\nThe registry's last lines:\n${registry.tail()}`, { cause: error });
  });
}

const manifestOf = async (name: string): Promise<Manifest> =>
  JSON.parse(await checkout.read(`packages/${name}/package.json`));

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'reintegration-release-'));
  await chmod(folder, 0o755);
  registry = await startRegistry(folder);
  checkout = await copyCheckout(path.join(folder, 'checkout'), registry);
  before = (await manifestOf('schema')).version;
  await checkout.runScript('version-script');
  published = (await manifestOf('schema')).version;
  await checkout.git('add', '--all');
  await checkout.git('commit', '--quiet', '--message=Next version');
  await telling(checkout.runScript('publish-script'));
}, 400_000);

afterAll(async () => {
  await registry?.close();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

describe('the next version', () => {
  test('is one number for all, and grows', async () => {
    const versions = await Promise.all(NAMES.map(async (name) => (await manifestOf(name)).version));
    expect(new Set(versions)).toEqual(new Set([published]));
    expect(published).toMatch(/^\d+\.\d+\.\d+$/);
    expect(published).not.toBe(before);
  });

  test('is told by a changelog in each package, and uses up the changesets', async () => {
    for (const name of NAMES)
      expect(await checkout.read(`packages/${name}/CHANGELOG.md`)).toContain(`\n## ${published}\n`);
    expect(await checkout.read('packages/sdk/CHANGELOG.md')).toContain('Rehearsed.');
    expect((await readdir(path.join(checkout.folder, '.changeset'))).sort()).toEqual([
      'README.md',
      'config.json',
    ]);
  });

  test('keeps the contract, to measure the one after it against', async () => {
    const kept = await checkout.read('packages/schema/released.graphql');
    expect(kept).toContain(`released with version ${published}.\n`);
    expect(await checkout.read('packages/server/documents/released.json')).toBe(
      await checkout.read('packages/server/documents/sdk.json'),
    );
    expect(kept.endsWith(await checkout.read('packages/schema/schema.graphql'))).toBe(true);
  });
});

describe('publishing', () => {
  test.each(NAMES)('puts %s into the registry, with versions for whatever it needs', async (name) => {
    const response = await fetch(`${registry.url}@reintegration%2f${name}`);
    const { versions, 'dist-tags': tags } = (await response.json()) as {
      versions: Record<string, Manifest>;
      'dist-tags': Record<string, string>;
    };
    expect(Object.keys(versions)).toEqual([published]);
    expect(tags).toEqual({ latest: published });
    expect(JSON.stringify(versions)).not.toContain('workspace:');
    const needed = Object.entries(versions[published]?.dependencies ?? {}).filter(([need]) =>
      need.startsWith('@reintegration/'),
    );
    expect(needed).toEqual(name === 'server' ? [['@reintegration/schema', `^${published}`]] : []);
  });

  test('tags what was published, and tells the workflow', async () => {
    const tags = NAMES.map((name) => `@reintegration/${name}@${published}`);
    expect((await checkout.git('tag', '--list')).trim().split('\n').sort()).toEqual(tags);
    expect(await checkout.readReport()).toEqual(
      expect.arrayContaining(
        NAMES.map((name) => expect.objectContaining({ packageName: `@reintegration/${name}` })),
      ),
    );
  });

  test('can be run again, and has nothing to do then', async () => {
    expect(await telling(checkout.runScript('publish-script'))).toContain(
      'No unpublished projects to publish',
    );
  }, 120_000);
});

const ESM = `
  import { createClient } from '@reintegration/sdk';
  import { ProjectFigures } from '@reintegration/sdk/operations';
  const client = createClient({ url: process.env.GATEWAY });
  const { project } = await client.run(ProjectFigures, {
    project: 'reintegration-ii', during: '2023', indicators: ['self-employment-grants'],
  });
  console.log(project.figures.map(({ value }) => value).join(), import.meta.resolve('@reintegration/sdk').split('/').slice(-2).join('/'));
`;
const COMMON_JS = `
  const { createClient } = require('@reintegration/sdk');
  const { ProjectFigures } = require('@reintegration/sdk/operations');
  const variables = { project: 'reintegration-ii', during: '2023', indicators: ['self-employment-grants'] };
  createClient({ url: process.env.GATEWAY }).run(ProjectFigures, variables).then(({ project }) => {
    console.log(project.figures.map(({ value }) => value).join(), require.resolve('@reintegration/sdk').split('/').slice(-2).join('/'));
  });
`;

/** What users of a package find in it, beside the code. */
const FILES = {
  schema: [
    'dist/index.js',
    'dist/index.d.ts',
    'dataset/reintegration-ii',
    'dataset/schema',
    'prisma/migrations',
    'prisma/models',
    'schema.graphql',
  ],
  server: ['dist/cli.js', 'dist/index.js', 'dist/index.d.ts', 'assets/graphiql'],
  sdk: [
    'dist/index.js',
    'dist/index.cjs',
    'dist/index.d.ts',
    'dist/index.d.cts',
    'dist/operations.js',
    'dist/operations.cjs',
    'persisted-documents.json',
  ],
};

describe.each(['npm', 'pnpm'] as const)('a stranger with %s', (installer: Installer) => {
  let gateway: StrangerGateway;
  const at = (name: string) => path.join(folder, `${installer}-${name}`);

  beforeAll(async () => {
    for (const name of ['server', 'sdk'])
      await telling(
        installAsStranger(at(name), { installer, registry: registry.url, name: `@reintegration/${name}` }),
      );
    gateway = await serveAsStranger(at('server'), installer);
  }, 300_000);
  afterAll(async () => {
    await gateway?.stop();
  }, 60_000);

  test.each(NAMES)('gets every file of %s', async (name) => {
    const modules = path.join(at(name === 'sdk' ? 'sdk' : 'server'), 'node_modules');
    // pnpm keeps what a package needs beside that package alone.
    const hidden = installer === 'pnpm' && name === 'schema' ? '.pnpm/node_modules' : '';
    const installed = path.join(modules, hidden, '@reintegration', name);
    for (const file of [...FILES[name], 'package.json', 'README.md', 'LICENSE', 'CHANGELOG.md'])
      await expect(access(path.join(installed, file)), `${file} is missing`).resolves.toBeUndefined();
    expect(await readdir(installed)).not.toContain('src');
    const manifest: Manifest = JSON.parse(await readFile(path.join(installed, 'package.json'), 'utf8'));
    expect(manifest.version).toBe(published);
  });

  test('starts the gateway on the PostgreSQL that came along, with the dataset', () => {
    expect(gateway.printed).not.toContain('ERR_');
    expect(gateway.printed).toMatch(/✓ PostgreSQL [\d.]+ in .*\.data \(started\)/);
    expect(gateway.printed).toMatch(/✓ dataset reintegration-ii: \d+ added/);
  });

  test('opens the explorer', async () => {
    const response = await fetch(gateway.url, { headers: { accept: 'text/html' } });
    const page = await response.text();
    const [, script = ''] = /<script[^>]* src="([^"]+)"/.exec(page) ?? [];
    expect((await fetch(new URL(script, response.url))).status).toBe(200);
  });

  test.each([
    ['an ES module', 'esm.mjs', ESM, '42 dist/index.js\n'],
    ['CommonJS', 'commonjs.cjs', COMMON_JS, '42 dist/index.cjs\n'],
  ])(
    'asks it for the self-employment grants of 2023 by the SDK as %s',
    async (_kind, name, text, expected) => {
      await writeFile(path.join(at('sdk'), name), text);
      expect(await succeed(process.execPath, [name], { cwd: at('sdk'), env: { GATEWAY: gateway.url } })).toBe(
        expected,
      );
    },
  );

  test('stops it, and PostgreSQL with it', async () => {
    await gateway.stop();
    expect(gateway.printed).toContain('✓ stopped');
    await expect(access(path.join(at('server'), '.data/postgres/postmaster.pid'))).rejects.toThrow('ENOENT');
  }, 60_000);
});

test('nothing is published where others would see it', async () => {
  await expect(expectRegistry('http://127.0.0.1:1/', { cwd: folder })).rejects.toThrow(
    /^pnpm would publish to http\S+, expected http:\/\/127\.0\.0\.1:1\/\. Nothing was published\.$/,
  );
}, 60_000);

test('a machine without a registry is told so', async () => {
  await expect(findRegistry('http://127.0.0.1:1/')).rejects.toThrow(
    'The npm registry http://127.0.0.1:1/ does not answer, and the rehearsal of a release installs from it',
  );
}, 60_000);
