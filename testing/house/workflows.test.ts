import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listByFolder, listByGit, root } from './tree.ts';
import { findWorkflowMistakes } from './workflows.ts';

const names = (await listByGit().catch(listByFolder)).filter((name) => name.startsWith('.github/workflows/'));
const read = (name: string) => readFile(path.join(root, name), 'utf8');

it.each(names)('%s can be run', async (name) => {
  const { scripts, devDependencies } = JSON.parse(await read('package.json'));
  expect(findWorkflowMistakes(await read(name), { scripts, devDependencies })).toEqual([]);
});

it('there are workflows', () => {
  expect(names.length).toBeGreaterThan(1);
});

describe('a workflow is refused', () => {
  const manifest = { scripts: { release: 'x' }, devDependencies: { '@changesets/cli': '3.0.3' } };
  const job = (...steps: readonly string[]) =>
    `on: push\njobs:\n  one:\n    runs-on: ubuntu-24.04\n    timeout-minutes: 5\n    steps:\n${steps.map((step) => `      - ${step}\n`).join('')}`;

  it.each([
    ['when it is no YAML', 'on: [push\njobs: {}', /^It is no YAML: /],
    ['when a key is there twice', 'on: push\non: push\njobs: {}', /^It is no YAML: .*unique/],
    ['when nothing starts it', 'jobs: {}', /^Nothing starts it/],
    ['without a job', 'on: push\njobs: {}', /^It has no job/],
    [
      'when a job has no runner',
      'on: push\njobs: { one: { timeout-minutes: 5, steps: [{ run: x }] } }',
      /^one has no "runs-on"/,
    ],
    [
      'when a job may run for ever',
      'on: push\njobs: { one: { runs-on: a, steps: [{ run: x }] } }',
      /^one has no "timeout-minutes"/,
    ],
    ['when a step does nothing', job('name: x'), /^one, step 1: expected either "uses" or "run"/],
    ['when a step does two things', job('{ run: x, uses: a/b@v1 }'), /^one, step 1: expected either/],
    [
      'when an action has no version',
      job('run: x', 'uses: actions/checkout'),
      /^one, step 2: .* names no version/,
    ],
    [
      'when the action is not made for the changesets here',
      job('uses: changesets/action@v1'),
      /^one, step 1: changesets\/action@v1 .* expected v2/,
    ],
    [
      'when the action is given a command that is not there',
      job('{ uses: changesets/action@v2, with: { publish-script: npx -y pnpm@12 run relase } }'),
      /^one, step 1: there is no script "relase"/,
    ],
    [
      'when the action is given a name of its old version',
      job('{ uses: changesets/action@v2, with: { publish: npx -y pnpm@12 run release } }'),
      /^one, step 1: changesets\/action@v2 knows no "publish"/,
    ],
  ])('%s', (_why, text, message) => {
    expect(findWorkflowMistakes(text, manifest)).toEqual([expect.stringMatching(message)]);
  });

  it('and taken when all is well', () => {
    const text = job(
      'uses: actions/checkout@v5',
      '{ uses: changesets/action@v2, with: { publish-script: npx -y pnpm@12 run release } }',
    );
    expect(findWorkflowMistakes(text, manifest)).toEqual([]);
  });
});
