import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { plant, run } from './partner.fixture.ts';
import { createProgress } from './progress.ts';
import { readSource } from './read.ts';

describe('the command line', () => {
  test('tells help and version', async () => {
    const help = await run(['--help']);
    expect([help.code, help.stdout]).toEqual([0, expect.stringContaining('--fail-on deprecated')]);
    expect(await run(['doctor', '--version'])).toEqual({ code: 0, stdout: '0.4.0\n', stderr: '' });
  });

  test.each([
    [[], 'No command was given. Expected "doctor" and your folders'],
    [['cure', 'src'], 'There is no command "cure".'],
    [['doctor'], 'No folder was given.'],
    [
      ['doctor', 'src', '--fail-on', 'secret'],
      '--fail-on takes "breaking", which is the default, or "deprecated".',
    ],
    [
      ['doctor', 'src', '--header', 'a: secret'],
      '--header is sent to a gateway. Give its address with --url.',
    ],
    [['doctor', 'src', '--nothing=secret'], "Unknown option '--nothing'. See --help."],
    [['doctor', 'src', '--json=secret'], "Option '--json' does not take an argument. See --help."],
    [['doctor', 'src', '--url'], 'See --help.'],
    [['doctor', 'nowhere'], '"nowhere" is not there. Give folders or files'],
  ])('%j is refused', async (args, message) => {
    const { code, stdout, stderr } = await run(args);
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(message)]);
    expect(stderr).not.toContain('secret');
    expect(stderr).toMatch(/\n$/);
  });

  test('leaves out what is installed, built or hidden, but takes what is named', async () => {
    const text = '{ dataVersion }';
    const names = ['a.graphql', 'node_modules/b/b.graphql', 'dist/c.graphql', '.hidden/d.graphql', 'e.txt'];
    const folder = await plant(Object.fromEntries(names.map((name) => [name, text])));
    const filesIn = async (...paths: readonly string[]) =>
      JSON.parse((await run(['doctor', '--json', ...paths.map((name) => path.join(folder, name))])).stdout)
        .files;
    expect(await filesIn('.')).toBe(1);
    expect(await filesIn('dist', '.hidden', 'a.graphql', '.')).toBe(3);
    const { code, stderr } = await run(['doctor', path.join(folder, 'e.txt')]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('is of no kind that can be read')]);
  });

  test('a mistake of its own is no finding', async () => {
    const { code, stderr } = await run(['doctor', await plant({ 'a.graphql': '' })], {
      contract: 'type Query {',
    });
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('The doctor itself failed: GraphQLError: Syntax'),
    ]);
  });

  test('a file that cannot be read is told', async () => {
    const { unchecked } = await readSource(await plant({}));
    expect(unchecked).toMatchObject([{ line: 1, why: 'The file cannot be read: EISDIR' }]);
  });

  test('--json is for programs', async () => {
    const folder = await plant({ 'a.graphql': '{ dataVersio }' });
    const { code, stdout } = await run(['doctor', folder, '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      version: '0.4.0',
      url: null,
      files: 1,
      filesWithOperations: 1,
      operations: 1,
      fragments: 0,
      imports: 0,
      breaking: 1,
      deprecated: 0,
      findings: [
        {
          file: path.join(folder, 'a.graphql'),
          line: 1,
          column: 3,
          severity: 'breaking',
          contracts: ['installed'],
          what: 'Cannot query field "dataVersio" on type "Query".',
          replacement: 'Did you mean "dataVersion"?',
        },
      ],
      unchecked: [],
    });
  });
});

describe('progress', () => {
  test('is told when reading takes long, and goes away', () => {
    let said = '';
    let now = 0;
    const progress = createProgress(
      200,
      (text) => {
        said += text;
      },
      () => now,
    );
    progress.tell(64);
    expect(said).toBe('');
    now = 1_500;
    progress.tell(128);
    progress.end();
    expect(said).toBe('\rRead 128 of 200 files.\r\x1b[K');
  });

  test('is not told when reading is quick', async () => {
    const folder = await plant({ 'a.graphql': '{ dataVersion }' });
    expect((await run(['doctor', folder], { isWatched: true })).stderr).toBe('');
  });
});
