import { mkdir, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  cruise,
  type ICruiseOptions,
  type ICruiseResult,
  type IRegularForbiddenRuleType,
} from 'dependency-cruiser';
import extractConfiguration from 'dependency-cruiser/config-utl/extract-depcruise-config';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { breaches, obedient, type Tree } from './breaches.fixture.ts';
import { CONCEPTS, FOUNDATION_ROOMS, OTHER_ROOMS } from './rooms.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const ROOMS = ['packages', 'examples', 'e2e', 'bench', 'testing'];

// As the command line reads it, so that what is tested here is what `depcruise` does.
const configuration = await extractConfiguration(path.join(root, '.dependency-cruiser.mjs'));
const rules = configuration.forbidden ?? [];
const names = rules.map(({ name }) => String(name));

async function check(folder: string): Promise<ICruiseResult> {
  const present = await readdir(folder);
  const { options } = configuration;
  const settings = { ...options, ruleSet: configuration, validate: true, baseDir: folder } as ICruiseOptions;
  const rooms = ROOMS.filter((room) => present.includes(room));
  const { output } = await cruise(rooms, settings, {
    ...options?.enhancedResolveOptions,
    bustTheCache: true,
  });
  return output as ICruiseResult;
}

const violationsOf = ({ summary }: ICruiseResult) =>
  summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);

async function plant(tree: Tree): Promise<string> {
  const folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'reintegration-boundaries-')));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(tree)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return folder;
}

describe('the real tree', () => {
  let result: ICruiseResult;
  beforeAll(async () => {
    result = await check(root);
  });

  it('breaks no rule', () => {
    expect(violationsOf(result)).toEqual([]);
  });

  it('has modules for every rule to look at', () => {
    const sources = result.modules.map(({ source }) => source);
    const idle = rules.filter(({ from }) => {
      const watched = new RegExp([(from as { path?: string | string[] }).path ?? ''].flat().join('|'));
      return !sources.some((source) => watched.test(source));
    });
    expect(idle.map(({ name }) => name)).toEqual([]);
  });

  it.each([
    ['statements-in-stores-only', 'packages/schema/src/database/'],
    ['drivers-in-database-only', 'packages/schema/src/database/'],
    ['server-knows-no-models', 'packages/schema/src/'],
    ['schema-knows-no-server', 'packages/server/src/'],
  ])('shows %s what it forbids elsewhere', (name, owner) => {
    const rule = rules.find((candidate) => candidate.name === name) as IRegularForbiddenRuleType;
    const forbidden = new RegExp(String(rule.to.path));
    const owned = result.modules.filter(({ source }) => source.startsWith(owner));
    expect(
      owned.some(({ dependencies }) => dependencies.some(({ resolved }) => forbidden.test(resolved))),
    ).toBe(true);
  });

  it('has no room in packages/schema that the order leaves out', async () => {
    const entries = await readdir(path.join(root, 'packages/schema/src'), { withFileTypes: true });
    const found = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    const known: readonly string[] = [...FOUNDATION_ROOMS, ...CONCEPTS, ...OTHER_ROOMS];
    expect(found.filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe('the checker', () => {
  it('has a breach to find for every rule, and no breach of a rule that is gone', () => {
    expect(Object.keys(breaches).sort()).toEqual([...names].sort());
  });

  it.each(names)('finds a breach of %s', async (name) => {
    const found = await check(await plant(breaches[name] ?? {}));
    expect(found.summary.violations.map(({ rule }) => rule.name)).toContain(name);
  });

  it('finds nothing in a tree that obeys', async () => {
    expect(violationsOf(await check(await plant(obedient)))).toEqual([]);
  });
});
