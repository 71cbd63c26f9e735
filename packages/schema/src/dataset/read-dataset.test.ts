import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { faults } from './faults.fixture.ts';
import { type DatasetKind, datasetKinds, fileOf } from './model.ts';
import { DatasetError, type DatasetProblem } from './problem.ts';
import { readDataset } from './read-dataset.ts';

const original = fileURLToPath(new URL('../../dataset/reintegration-ii', import.meta.url));
const temporary = await mkdtemp(join(tmpdir(), 'dataset-'));
let copies = 0;
afterAll(() => rm(temporary, { recursive: true }));

async function copyDataset(): Promise<string> {
  const folder = join(temporary, String(copies++));
  await cp(original, folder, { recursive: true });
  return folder;
}

async function setValue(folder: string, at: string, value: unknown): Promise<void> {
  const steps = at.split(/[.[\]]+/).filter((step) => step !== '');
  const path = join(folder, fileOf(steps[0] as DatasetKind));
  const content = JSON.parse(await readFile(path, 'utf8'));
  const parent = steps.slice(0, -1).reduce((node, step) => (node[step] ??= {}), content);
  parent[steps.at(-1) ?? ''] = value;
  await writeFile(path, JSON.stringify(content));
}

async function problemsOf(folder: string): Promise<readonly DatasetProblem[]> {
  const error: unknown = await readDataset(folder).catch((reason: unknown) => reason);
  if (!(error instanceof DatasetError)) throw new Error('The dataset was not refused', { cause: error });
  const lines = error.problems.map(({ file, path, found, expected }) => {
    return `${path === '' ? file : `${file}: ${path}`}: found ${found}, expected ${expected}`;
  });
  expect(error.message.split('\n').slice(1)).toEqual(lines);
  return error.problems;
}

describe('readDataset', () => {
  it.each(faults)('refuses %s = %j', async (at, value, found, expected, path = at) => {
    const folder = await copyDataset();
    await setValue(folder, at, value);
    const file = fileOf(at.split(/[.[]/)[0] as DatasetKind);
    expect(await problemsOf(folder)).toEqual([{ file, path, found, expected }]);
  });

  it.each([
    ['{ "sources": [] "cities": [] }', 'line 1, column 17', '"cities": [] }', ', or }'],
    ['{\n  "cities": [],\n}', 'line 3, column 1', '}', 'a key in double quotes'],
    [
      '{ "cities": [], "cities": [] }',
      'line 1, column 17',
      '"cities" a second time',
      'each key once in an object',
    ],
    ['', 'line 1, column 1', 'the end of the file', 'a value'],
    [Buffer.from([0x7b, 0xff, 0x7d]), '', 'bytes that are no UTF-8 text', 'a file that holds cities'],
    ['{ "cities": [], "towns": [] }', 'towns', '[]', 'no such field; known are $schema, cities'],
    ['[]', '', '[]', 'an object'],
    [
      '{ "$schema": "cities.json", "cities": [] }',
      '$schema',
      '"cities.json"',
      '"../schema/cities.schema.json"',
    ],
  ])('refuses the file %j', async (text, path, found, expected) => {
    const folder = await copyDataset();
    await writeFile(join(folder, 'cities.json'), text);
    expect(await problemsOf(folder)).toContainEqual({ file: 'cities.json', path, found, expected });
  });

  it('names a file that is missing, one that is a folder and one that is unknown, and nothing else', async () => {
    const folder = await copyDataset();
    await rm(join(folder, 'cities.json'));
    await rm(join(folder, 'networks.json'));
    await mkdir(join(folder, 'networks.json'));
    await writeFile(join(folder, 'city.json'), '{}');
    const known = `no file but ${datasetKinds.map(fileOf).join(', ')}`;
    expect(await problemsOf(folder)).toEqual([
      { file: 'cities.json', path: '', found: 'nothing', expected: 'a file that holds cities' },
      { file: 'networks.json', path: '', found: 'a folder', expected: 'a file that holds networks' },
      { file: 'city.json', path: '', found: 'a file of no known kind', expected: known },
    ]);
  });

  it.each([
    ['nowhere', 'nothing'],
    ['0/cities.json', 'a file'],
  ])('says that a folder is missing where %s is', async (name, found) => {
    await copyDataset();
    const file = join(temporary, name);
    const expected = 'a folder with the files of a dataset';
    expect(await problemsOf(file)).toEqual([{ file, path: '', found, expected }]);
  });

  it('lists all of five things that are wrong in three files', async () => {
    const folder = await copyDataset();
    await setValue(folder, 'cities[3].district', 'niski');
    await setValue(folder, 'measurements[0].value', 'forty-two');
    await setValue(folder, 'measurements[5].sources', []);
    await setValue(folder, 'measurements[5].place', { city: 'nis' });
    await setValue(folder, 'openCalls[0].opensOn', '2023-02-29');
    const problems = await problemsOf(folder);
    expect(problems.map(({ file, path }) => `${file} ${path}`)).toEqual([
      'cities.json cities[3].district',
      'measurements.json measurements[0].value',
      'measurements.json measurements[5].sources',
      'measurements.json measurements[5].place.city',
      'open-calls.json openCalls[0].opensOn',
    ]);
  });

  it('follows every code in every file', async () => {
    const dataset: Record<string, unknown> = { ...(await readDataset(original)) };
    const codes = new Set(datasetKinds.flatMap((kind) => [dataset[kind]].flat()).map(codeOf));
    const folder = await copyDataset();
    const places = datasetKinds
      .flatMap((kind) => leaves(dataset[kind], kind))
      .filter(({ at, value }) => {
        return codes.has(value) && !at.endsWith('.code');
      });
    for (const [index, { at }] of places.entries()) await setValue(folder, at, `nothing-${index}`);
    const found = new Set((await problemsOf(folder)).map(({ path }) => path));
    expect(places.length).toBeGreaterThan(80);
    expect(places.filter(({ at }) => !found.has(at.replace(/(place)\.\w+$/, '$1.city')))).toEqual([]);
  });

  it('takes what is unusual but right', async () => {
    const folder = await copyDataset();
    await setValue(folder, 'project.cities[4]', 'sjenica');
    await setValue(folder, 'measurements[0].place', { city: 'beograd' });
    await setValue(folder, 'measurements[1].disaggregation', { sex: 'FEMALE', age: '15-24' });
    await setValue(folder, 'measurements[2].value', '-0.000001');
    await setValue(folder, 'project.budgets[2]', {
      city: 'pirot',
      amount: '1',
      currency: 'RSD',
      sources: ['results-2023'],
    });
    await writeFile(join(folder, 'notes.txt'), 'not a file of the dataset');
    await writeFile(
      join(folder, 'networks.json'),
      '\ufeff{ "networks": [{ "code": "iris", "name": { "en": "IRIS" } }] }',
    );
    expect((await readDataset(folder)).networks).toEqual([
      { code: 'iris', name: { en: 'IRIS' }, groupsServed: [], members: [] },
    ]);
  });
});

it('does not wait for what is no file', async () => {
  const folder = await copyDataset();
  await rm(join(folder, 'cities.json'));
  execFileSync('mkfifo', [join(folder, 'cities.json')]);
  await expect(readDataset(folder)).rejects.toMatchObject({
    problems: [
      { file: 'cities.json', found: 'something that is no file', expected: 'a file that holds cities' },
    ],
  });
});

function codeOf(entry: unknown): unknown {
  return Object(entry).code;
}

function leaves(value: unknown, at: string): { at: string; value: unknown }[] {
  if (typeof value !== 'object' || value === null) return [{ at, value }];
  return Object.entries(value).flatMap(([key, item]) => {
    return leaves(item, Array.isArray(value) ? `${at}[${key}]` : `${at}.${key}`);
  });
}
