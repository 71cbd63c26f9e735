import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { listByFolder, listByGit, root } from '../../../testing/house/tree.ts';
import { succeed } from '../run.ts';
import type { Registry } from './registry.ts';
import { unset } from './settings.ts';

/** A copy of the project, in which a release can be made without touching the checkout. */
export type Checkout = {
  readonly folder: string;
  /** Runs one of the two scripts of the release workflow, as it stands there. What it printed. */
  runScript(name: 'version-script' | 'publish-script'): Promise<string>;
  read(name: string): Promise<string>;
  git(...args: readonly string[]): Promise<string>;
  /** What `changeset` reported to the workflow, one entry a line. */
  readReport(): Promise<readonly unknown[]>;
};

/** Copies the project as it lies here, whether committed or not, and installs its dependencies. */
export async function copyCheckout(folder: string, registry: Registry): Promise<Checkout> {
  for (const name of await listByGit().catch(listByFolder)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await copyFile(path.join(root, name), path.join(folder, name));
  }
  const report = `${folder}-report.jsonl`;
  const env = { ...identity, ...(await publishing(folder, registry)), CHANGESETS_OUTPUT: report };
  const git = (...args: readonly string[]) => succeed('git', args, { cwd: folder, env: identity });
  const read = (name: string) => readFile(path.join(folder, name), 'utf8');

  // There is always something to release, also on the day after a release.
  await writeFile(
    path.join(folder, '.changeset/rehearsal.md'),
    "---\n'@reintegration/sdk': patch\n---\n\nRehearsed.\n",
  );
  await git('init', '--quiet', '--initial-branch=main');
  await git('add', '--all');
  await git('commit', '--quiet', '--message=Rehearsal');
  await succeed('npx', ['-y', 'pnpm@12', 'install', '--frozen-lockfile', '--prefer-offline'], {
    cwd: folder,
  });
  return {
    folder,
    git,
    read,
    runScript: async (name) => {
      const [program = '', ...args] = scriptOf(await read('.github/workflows/release.yml'), name).split(' ');
      await rm(report, { force: true });
      await expectRegistry(registry.url, { cwd: folder, env });
      return succeed(program, args, { cwd: folder, env });
    },
    readReport: async () => {
      const lines = (await readFile(report, 'utf8')).trim().split('\n');
      return lines.map((line): unknown => JSON.parse(line));
    },
  };
}

/**
 * A rehearsal must never reach a registry that others see.
 *
 * @throws Error when pnpm is set to another than this one
 */
export async function expectRegistry(url: string, settings: Parameters<typeof succeed>[2]): Promise<void> {
  // A fresh registry asks the machine's own for pnpm, which may fail for a moment.
  const args = ['-y', '--fetch-retries=5', 'pnpm@12', 'config', 'get', 'registry'];
  const ask = () => succeed('npx', args, settings);
  const found = (await ask().catch(ask)).trim();
  if (found !== url)
    throw new Error(`pnpm would publish to ${found}, expected ${url}. Nothing was published.`);
}

type Workflow = {
  readonly jobs: { readonly release: { readonly steps: readonly { with?: Record<string, string> }[] } };
};

function scriptOf(text: string, name: string): string {
  const { jobs } = parse(text) as Workflow;
  const found = jobs.release.steps.flatMap((step) => step.with?.[name] ?? []);
  if (found.length !== 1)
    throw new Error(`release.yml has ${found.length} steps with "${name}"; expected one.`);
  return found[0] ?? '';
}

/** Whoever runs the tests may sign commits or have no name at all. */
const identity = {
  GIT_CONFIG_GLOBAL: os.devNull,
  GIT_AUTHOR_NAME: 'Rehearsal',
  GIT_AUTHOR_EMAIL: 'rehearsal@localhost',
  GIT_COMMITTER_NAME: 'Rehearsal',
  GIT_COMMITTER_EMAIL: 'rehearsal@localhost',
};

/**
 * The settings that the workflow has, with another registry: an .npmrc as setup-node writes it, and its token. GitHub's
 * proof of identity is taken away, as it would publish to npm itself and record a provenance.
 */
async function publishing(folder: string, { url, token }: Registry) {
  const npmrc = `${folder}.npmrc`;
  await writeFile(npmrc, `${url.replace('http:', '')}:_authToken=\${NODE_AUTH_TOKEN}\nregistry=${url}\n`);
  return {
    ...unset(/./),
    NPM_CONFIG_USERCONFIG: npmrc,
    NODE_AUTH_TOKEN: token,
    npm_config_registry: url,
    pnpm_config_registry: url,
    ACTIONS_ID_TOKEN_REQUEST_URL: undefined,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined,
  };
}
