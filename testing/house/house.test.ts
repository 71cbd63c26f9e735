import { beforeAll, describe, expect, it } from 'vitest';
import { findMachinePaths } from './machine-paths.ts';
import { findEmptyNames, findForeignConceptFiles, findStrayIndexes } from './naming.ts';
import {
  findBrokenLinks,
  findMissingPlaces,
  findUnknownCommands,
  findUnreasoned,
  findUnrecordedDecisions,
  type Manifest,
  runtimeDependencies,
} from './papers.ts';
import { findOversize } from './size.ts';
import { type HouseFile, listByFolder, listByGit, readHouse } from './tree.ts';

let files: readonly HouseFile[];
let paths: readonly string[];

beforeAll(async () => {
  files = await readHouse();
  paths = files.map((file) => file.path);
});

const textOf = (path: string) => files.find((file) => file.path === path)?.text ?? '';
const manifestOf = (name: string) => JSON.parse(textOf(`packages/${name}/package.json`)) as Manifest;
const lines = (path: string, count: number): HouseFile => ({ path, text: 'x\n'.repeat(count) });

describe('the tree', () => {
  it('is read', () => {
    expect(paths).toContain('package.json');
    expect(paths).toContain('testing/house/house.test.ts');
  });

  it('is found alike with and without git', async (context) => {
    const byGit = await listByGit().catch(() => context.skip('There is no git here.'));
    const byFolder = new Set(await listByFolder());
    expect(byGit.filter((name) => !byFolder.has(name))).toEqual([]);
  });
});

describe('size', () => {
  it('is kept', () => {
    expect(findOversize(files)).toEqual([]);
  });

  it.each([
    ['one file too long', [lines('a.ts', 10), lines('b.ts', 401)], 'b.ts has 401 lines'],
    [
      'many long files',
      [...Array(9)].map((_, i) => lines(`${i}.ts`, i === 8 ? 301 : 10)),
      '95 % of the files',
    ],
    ['a high median', [lines('a.tsx', 81), lines('b.mts', 81)], 'The median file has 81 lines'],
    ['no code at all', [lines('a.md', 10)], 'There is no code'],
  ])('is missed by %s', (_what, house, message) => {
    expect(findOversize(house).join('\n')).toContain(message);
  });

  it('leaves generated code and data out', () => {
    const house = [lines('a.ts', 10), lines('src/generated/b.ts', 9_000), lines('c.json', 9_000)];
    expect(findOversize(house)).toEqual([]);
  });
});

describe('names', () => {
  it('say what is in a file', () => {
    expect(findEmptyNames(paths)).toEqual([]);
    expect(
      findEmptyNames(['src/utils/a.ts', 'src/date-helpers.ts', 'src/Common.ts', 'src/commonwealth.ts']),
    ).toEqual(['src/utils/a.ts', 'src/date-helpers.ts', 'src/Common.ts']);
  });

  it('keep index.ts for the roots of packages', () => {
    expect(findStrayIndexes(paths)).toEqual([]);
    const house = [
      'packages/a/package.json',
      'packages/a/src/index.ts',
      'packages/a/src/b/index.ts',
      'index.js',
    ];
    expect(findStrayIndexes(house)).toEqual(['packages/a/src/b/index.ts', 'index.js']);
  });

  it('are the same in every concept', () => {
    expect(findForeignConceptFiles(paths)).toEqual([]);
    const agreed = [
      'project/type.ts',
      'project/component-type.ts',
      'figure/citation.ts',
      'place/query.test.ts',
    ];
    const foreign = ['project/resolvers.ts', 'place/citation.ts', 'place/deep/store.ts', 'figure/type.js'];
    const inSources = (name: string) => `packages/schema/src/${name}`;
    expect(findForeignConceptFiles([...agreed, ...foreign].map(inSources))).toEqual(foreign.map(inSources));
  });

  it('lead to no folder of one machine', () => {
    expect(findMachinePaths(files)).toEqual([]);
    const folder = ['', 'home', 'ana', 'hub'].join('/');
    const house = [
      { path: 'a.md', text: `first\nsee ${folder}\n` },
      { path: 'b.ts', text: `open('file://${folder}');` },
      { path: 'c.md', text: `https://example.org${folder} and ./x${folder} and src${folder}` },
    ];
    expect(findMachinePaths(house).map((found) => found.split(': ')[0])).toEqual(['a.md:2', 'b.ts:1']);
  });
});

describe('dependencies', () => {
  it.each(['schema', 'server'])('of packages/%s have a reason each', (name) => {
    expect(findUnreasoned(manifestOf(name), textOf(`packages/${name}/README.md`))).toEqual([]);
  });

  it('of packages/sdk there are none', () => {
    expect(runtimeDependencies(manifestOf('sdk'))).toEqual([]);
  });

  it('are missed without a reason, and reasons without a dependency', () => {
    const manifest = { dependencies: { a: '1', b: '1' }, optionalDependencies: { '@x/c': '1' } };
    const readme =
      '# P\n\n## Dependencies\n\n| p | why |\n|---|---|\n| `a` | for | \n| `@x/*` | runs on Linux |\n| `d` | was of use once |\n\n## Other\n\n| `b` | not a reason here |\n';
    expect(findUnreasoned(manifest, readme)).toEqual([
      'a is installed, and no line says why.',
      'b is installed, and no line says why.',
      'd has a reason, and is not installed.',
    ]);
  });

  it('count a peer unless it is optional', () => {
    const peers = { peerDependencies: { a: '1', b: '1' }, peerDependenciesMeta: { b: { optional: true } } };
    expect(runtimeDependencies(peers)).toEqual(['a']);
  });
});

describe('papers', () => {
  it('record every decision', () => {
    expect(findUnrecordedDecisions(files)).toEqual([]);
    expect(paths.filter((path) => path.startsWith('docs/adr/')).length).toBeGreaterThan(2);
  });

  it('are missed where a decision is not recorded as agreed', () => {
    const text = '# T\n\n## Context\n\n## Decision\n\n## Consequence\n';
    const house = [
      { path: 'docs/adr/0001-a.md', text },
      { path: 'docs/adr/0003-b.md', text: `${text.replace('\n## Decision\n', '')}${'x\n'.repeat(40)}` },
      { path: 'docs/adr/README.md', text: '[A](0001-a.md)' },
    ];
    expect(findUnrecordedDecisions(house)).toEqual([
      '0003-b.md is not in the index.',
      '0003-b.md is decision 2 in the order of the files.',
      '0003-b.md has no "Decision".',
      '0003-b.md has 45 lines. Expected at most 40.',
    ]);
  });

  it('lead somewhere with every link', () => {
    expect(findBrokenLinks(files, paths)).toEqual([]);
  });

  it('are missed where a link leads nowhere', () => {
    const text = [
      '# A title, *here*',
      '[ok](b/c.md) [ok](./b/) [ok](#a-title-here) [ok](https://example.org/x) `[no](link.md)`',
      '```\n[code](gone.md)\n```',
      '[gone](gone.md) ![gone](b/gone.png) [no heading](b/c.md#none) [`code`](lost.md)',
      '',
      '[ref]: missing.md',
    ].join('\n');
    const house = [
      { path: 'a.md', text },
      { path: 'b/c.md', text: '[up](../a.md) [out](../../a.md)' },
    ];
    expect(findBrokenLinks(house, ['a.md', 'b/c.md'])).toEqual([
      'a.md: gone.md is no file.',
      'a.md: b/gone.png is no file.',
      'a.md: b/c.md#none is no heading.',
      'a.md: lost.md is no file.',
      'a.md: missing.md is no file.',
      'b/c.md: ../../a.md is no file.',
    ]);
  });

  it('name only what is there', () => {
    const ignored = textOf('.gitignore')
      .split('\n')
      .filter((line) => line.includes('/'));
    expect(findMissingPlaces(files, paths, ignored)).toEqual([]);
    const text = 'see `packages/a/b.ts`, `packages/a/`, `packages/a/gone.ts` and `packages/c/made/x.ts`';
    const house = [{ path: 'a.md', text }];
    expect(findMissingPlaces(house, ['packages/a/b.ts'], ['packages/c/made/'])).toEqual([
      'a.md: packages/a/gone.ts is not there.',
    ]);
  });

  it('tell only commands that exist', () => {
    expect(findUnknownCommands(files, JSON.parse(textOf('package.json')))).toEqual([]);
    const house = [{ path: 'a.md', text: '`npx -y pnpm@12 start`, `npx -y pnpm@12 run gone --now`' }];
    expect(findUnknownCommands(house, { scripts: { start: 'x' } })).toEqual([
      'a.md: there is no "npx -y pnpm@12 run gone".',
    ]);
  });
});
