import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type BuiltGateway, startBuiltGateway } from './gateway.ts';
import { type Outcome, run } from './run.ts';

const program = fileURLToPath(new URL('../../examples/partner-report/src/main.ts', import.meta.url));

let gateway: BuiltGateway;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'reintegration-report-'));
  gateway = await startBuiltGateway();
}, 180_000);
afterAll(async () => {
  await gateway?.close();
  await rm(folder, { recursive: true, force: true });
});

const report = (...args: string[]): Promise<Outcome> =>
  run(process.execPath, [program, '--url', gateway.url, ...args]);

describe('table', () => {
  test('tells each figure with its qualifier, target and source', async () => {
    const { code, stdout, stderr } = await report();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Self-employment grants +2023 +whole project +42 +– +– +results-2023$/m);
    expect(stdout).toMatch(/^Children and youth in workshops +2023 +whole project +1,317 /m);
    expect(stdout).toMatch(
      /^Good Neighbor Club participants +since the start of +Novi Pazar +more than 250 +–/m,
    );
    expect(stdout).toMatch(/^Beneficiaries employed by +since 2023 +Novi Pazar +22 +more than 40 +55%/m);
    expect(stdout).toContain('Data version 1');
  });

  test.each(['en', 'sr-latn', 'sr-cyrl'])('is aligned in %s', async (locale) => {
    const lines = (await report('--locale', locale)).stdout.split('\n');
    const rule = lines.find((line) => line.startsWith('─')) ?? '';
    const starts = [...rule.matchAll(/(?<=^| {2})─/g)].map(({ index }) => index);
    expect(starts).toHaveLength(7);
    const rows = lines.slice(lines.indexOf(rule) - 1, -3).filter((line) => line !== '');
    expect(rows.length).toBeGreaterThan(15);
    // Between two columns every line has a gap.
    for (const row of rows)
      for (const start of starts.slice(1)) expect(row.slice(start - 2, start).trim()).toBe('');
    for (const row of rows) expect(row.length).toBeLessThanOrEqual(rule.length);
  });

  test('speaks Serbian in both scripts', async () => {
    expect((await report('--locale', 'sr-latn')).stdout).toMatch(
      /^Deca i mladi na radionicama +2023\. +ceo projekat +1\.317 /m,
    );
    expect((await report('--locale', 'SR_CYRL')).stdout).toMatch(
      /^Деца и млади на радионицама +2023\. +цео пројекат +1\.317 /m,
    );
  });

  test('says when there is nothing', async () => {
    const { code, stdout } = await report('--during', '1999');
    expect(code).toBe(0);
    expect(stdout).toContain('No figures are published for this.');
  });
});

describe('file', () => {
  test('has every figure, in UTF-8', async () => {
    const file = path.join(folder, 'figures.csv');
    expect(await report('--csv', file, '--bom', '--locale', 'sr-cyrl')).toMatchObject({ code: 0 });
    const text = await readFile(file, 'utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
    expect(rows).toHaveLength(15);
    expect(rows.find(({ indicator }) => indicator === 'beneficiaries-employed-by-subsidy')).toMatchObject({
      place: 'novi-pazar',
      placeName: 'Нови Пазар',
      periodStart: '2023',
      periodEnd: '',
      qualifier: 'EXACT',
      value: '22',
      targetQualifier: 'MORE_THAN',
      targetValue: '40',
      progress: '0.55',
      sources: 'study-visit-novi-pazar',
    });
  });

  test('has no mark at its beginning unless asked', async () => {
    const file = path.join(folder, 'plain.csv');
    await report('--csv', file);
    expect((await readFile(file, 'utf8')).startsWith('indicator,')).toBe(true);
  });

  test.each([
    ['sr-RS', ';', '0,55'],
    ['de-DE', ';', '0,55'],
    ['en-GB', ',', '0.55'],
  ])('opens in Excel on a computer of %s', async (region, delimiter, progress) => {
    const file = path.join(folder, `${region}.csv`);
    expect(await report('--csv', file, '--excel', region, '--locale', 'sr-cyrl')).toMatchObject({ code: 0 });
    const text = await readFile(file, 'utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    const rows: Record<string, string>[] = parse(text, { bom: true, columns: true, delimiter });
    expect(rows).toHaveLength(15);
    const subsidy = rows.find(({ indicator }) => indicator === 'beneficiaries-employed-by-subsidy');
    expect(subsidy).toMatchObject({ placeName: 'Нови Пазар', value: '22', periodStart: '2023', progress });
  });

  test('runs nothing in a spreadsheet', async () => {
    const hostile = ['=HYPERLINK("https://evil.example")', '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1'];
    const url = await serve(hostile);
    const file = path.join(folder, 'hostile.csv');
    expect(await run(process.execPath, [program, '--url', url, '--csv', file])).toMatchObject({ code: 0 });
    const rows: Record<string, string>[] = parse(await readFile(file, 'utf8'), { columns: true });
    expect(rows.map(({ note }) => note)).toEqual(hostile.map((text) => `'${text}`));
    expect(rows.map(({ value }) => value)).toEqual(hostile.map(() => '-5.5'));
  });
});

describe('refusals', () => {
  test.each([
    [['--colour', 'red'], 2, /Unknown option '--colour'/],
    [['--locale', 'de'], 2, /--locale "de" is none of en, sr-latn, sr-cyrl\./],
    [['--bom'], 2, /--bom is for the file that --csv names\./],
    [['--excel', 'sr-RS'], 2, /--excel is for the file that --csv names\./],
    [['--csv', 'x.csv', '--excel', 'Serbia'], 2, /--excel "Serbia" is no known region\./],
    [
      ['--csv', 'x.csv', '--excel', 'xx-YY'],
      2,
      /"xx-YY" is no known region\. Expected .* sr-RS, en-GB, en-US/,
    ],
    [['--csv', 'x.csv', '--excel', 'sr-YY'], 2, /"sr-YY" is no known region\./],
    [['--csv', 'x.csv', '--excel', 'xx-RS'], 2, /"xx-RS" is no known region\./],
    [['--project', 'no-such'], 2, /knows no project "no-such"/],
    [['--during', '2025-04-31'], 1, /April 2025 has 30 days/],
    [
      ['--url', 'http://127.0.0.1:1025/graphql'],
      1,
      /http:\/\/127\.0\.0\.1:1025\/graphql cannot be reached \(ECONNREFUSED\)\. Check "url" and network/,
    ],
    [['--csv', '/no/such/folder/file.csv'], 1, /no such file or directory/],
  ])('%j', async (args, code, message) => {
    const outcome = await report(...args);
    expect(outcome.code).toBe(code);
    expect(outcome.stderr).toMatch(message);
    expect(outcome.stderr).not.toMatch(/^ +at /m);
  });

  test('--help says what there is', async () => {
    const { code, stdout } = await report('--help');
    expect(code).toBe(0);
    for (const option of ['--url', '--project', '--during', '--locale', '--csv', '--bom', '--excel'])
      expect(stdout).toContain(option);
  });
});

/** A gateway whose texts are meant to do harm. */
async function serve(notes: readonly string[]): Promise<string> {
  const figures = notes.map((note, index) => ({
    indicator: { code: `i${index}`, name: 'Indicator', unit: 'item', component: null },
    period: { start: '2023', end: '2023', isOpen: false, label: '2023' },
    place: { __typename: 'Project', code: 'p', name: 'Project' },
    value: '-5.5',
    qualifier: 'EXACT',
    target: null,
    progress: null,
    note,
    sources: [],
    asOf: '2026-01-01T00:00:00.000Z',
    revision: 1,
    recordedAt: '2026-01-01T00:00:00.000Z',
    citation: '',
  }));
  const server = createServer((_request, response) => {
    response.end(
      JSON.stringify({ data: { project: { code: 'p', title: 'Project', figures }, dataVersion: 1 } }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}
