import { describe, expect, test } from 'vitest';
import { changeContract } from './contract.fixture.ts';
import { findIn, plant, run, serveContract } from './partner.fixture.ts';

const report = `
import { graphql } from '@reintegration/sdk/graphql';

export const Report = graphql(\`
  query Report($code: String!) {
    project(code: $code) {
      title
      figures(during: "2023") { value }
    }
  }
\`);
`;

describe('against the installed contract', () => {
  test('nothing is found where nothing is wrong', async () => {
    const folder = await plant({ 'report.ts': report, 'other.ts': 'export const one = 1;' });
    expect(await run(['doctor', folder])).toEqual({
      code: 0,
      stderr: '',
      stdout: [
        'Checked 1 operation, 0 fragments and 0 names from @reintegration/sdk/operations, in 1 of 2 files,',
        'against the contract of @reintegration/sdk 0.4.0.',
        'Nothing breaks, and nothing is deprecated.',
        '',
      ].join('\n'),
    });
  });

  test('fails when there was nothing to check, and says how operations are marked', async () => {
    const folder = await plant({ 'a.ts': 'export const one = `{ dataVersion }`;', 'b.graphql': '# later' });
    const { code, stdout } = await run(['doctor', folder]);
    expect([code, stdout]).toEqual([2, expect.stringContaining('No operations were found in 2 files')]);
    for (const mark of [
      '.graphql',
      '.gql',
      'gql`…`',
      'graphql(`…`)',
      '/* GraphQL */ `…`',
      '`…` as Operation<…>',
    ])
      expect(stdout).toContain(mark);
    expect((await run(['doctor', folder, '--json'])).code).toBe(2);
  });

  test.each([
    ['an operation', 'a.gql', '{ dataVersion }', 0],
    ['a fragment alone', 'a.gql', 'fragment Head on Project { title }', 0],
    ['a text that is no GraphQL', 'a.gql', '{ dataVersion', 1],
  ])('%s is something to check', async (_name, file, text, code) => {
    expect((await run(['doctor', await plant({ [file]: text })])).code).toBe(code);
  });

  test('what is deprecated is named with its reason', async () => {
    const changed = changeContract({
      'Project.title': { deprecated: 'Use `name`.' },
      'Project.figures.during': { deprecated: 'Use `within`.' },
      'ActivityFilter.search': { deprecated: 'Use `title`.' },
      'Locale.EN': { deprecated: 'Use ENGLISH.' },
      'Project.endsOn': { deprecated: 'Nobody asks for it.' },
    });
    const text = '{ activities(filter: { search: "a" }) { nodes { title(locale: EN) } } }';
    expect(await findIn({ 'report.ts': report, 'list.graphql': text }, { contract: changed })).toEqual([
      'list.graphql:1:24 deprecated ActivityFilter.search is deprecated. Use `title`.',
      'list.graphql:1:63 deprecated The value EN of Locale is deprecated. Use ENGLISH.',
      'report.ts:7:7 deprecated Project.title is deprecated. Use `name`.',
      'report.ts:8:15 deprecated The argument "during" of Project.figures is deprecated. Use `within`.',
    ]);
  });

  test('what is not there is named with what is like it', async () => {
    const changed = changeContract({ 'Project.title': { name: 'titles' }, 'Figure.value': 'gone' });
    expect(await findIn({ 'report.ts': report }, { contract: changed })).toEqual([
      'report.ts:7:7 breaking Cannot query field "title" on type "Project". Did you mean "titles" or "cities"?',
      'report.ts:8:33 breaking Cannot query field "value" on type "Figure". Did you mean "place"?',
    ]);
  });

  test('an operation of a kind that the contract does not have breaks', async () => {
    const files = { 'a.graphql': 'mutation A { a }', 'b.graphql': '\n subscription { dataVersion }' };
    // The real contract may come to have them.
    expect(await findIn(files, { contract: 'type Query { dataVersion: Int! }' })).toEqual([
      'a.graphql:1:1 breaking The contract has no mutations.',
      'b.graphql:2:2 breaking The contract has no subscriptions.',
    ]);
  });

  test('only what breaks fails, unless told otherwise', async () => {
    const contract = changeContract({ 'Project.title': { deprecated: 'Use `name`.' } });
    const folder = await plant({ 'report.ts': report });
    expect((await run(['doctor', folder], { contract })).code).toBe(0);
    expect((await run(['doctor', folder, '--fail-on', 'deprecated'], { contract })).code).toBe(1);
    const gone = changeContract({ 'Project.title': 'gone' });
    expect((await run(['doctor', folder], { contract: gone })).code).toBe(1);
  });

  test('a fragment of many operations is told once', async () => {
    const files = {
      'a.graphql': '{ project(code: "a") { ...Head } }',
      'b.graphql': 'query B { project(code: "b") { ...Head } }',
      'deep/head.gql': 'fragment Head on Project { colour }',
    };
    expect(await findIn(files)).toEqual([
      'deep/head.gql:1:28 breaking Cannot query field "colour" on type "Project".',
    ]);
  });
});

describe('against a gateway', () => {
  test('what is gone there is named with the reason of the installed contract', async () => {
    const url = await serveContract(changeContract({ 'Project.title': 'gone' }));
    const contract = changeContract({ 'Project.title': { deprecated: 'Use `name`.' } });
    expect(await findIn({ 'report.ts': report }, { url, contract })).toEqual([
      'report.ts:7:7 breaking Cannot query field "title" on type "Project". Use `name`.',
    ]);
  });

  test('so are arguments, values and fields of inputs', async () => {
    const gone = ['Project.figures.during', 'ActivityFilter.search', 'Locale.EN'];
    const url = await serveContract(changeContract(Object.fromEntries(gone.map((name) => [name, 'gone']))));
    const contract = changeContract(
      Object.fromEntries(gone.map((name) => [name, { deprecated: `Instead of ${name}.` }])),
    );
    const text = '{ activities(filter: { search: "a" }) { nodes { title(locale: EN) } } }';
    const found = await findIn({ 'report.ts': report, 'list.graphql': text }, { url, contract });
    expect(found.map((line) => line.replace(/ breaking .* Instead of/, ' breaking, instead of'))).toEqual([
      'list.graphql:1:24 breaking, instead of ActivityFilter.search.',
      'list.graphql:1:63 breaking, instead of Locale.EN.',
      'report.ts:8:15 breaking, instead of Project.figures.during.',
    ]);
  });

  test('what is deprecated there, and not yet here, is found', async () => {
    const url = await serveContract(
      changeContract({
        'Project.title': { deprecated: 'Use `name`.' },
        'Project.figures.during': { deprecated: 'Use `within`.' },
      }),
    );
    expect(await findIn({ 'report.ts': report }, { url })).toEqual([
      'report.ts:7:7 deprecated Project.title is deprecated. Use `name`.',
      'report.ts:8:15 deprecated The argument "during" of Project.figures is deprecated. Use `within`.',
    ]);
  });

  test('an answer that may be null there, and is never here, breaks', async () => {
    const url = await serveContract(
      changeContract({ 'Project.title': { type: 'String' }, 'Figure.value': { type: 'Int!' } }),
    );
    const replacement = 'Install the version of @reintegration/sdk that fits the gateway.';
    expect(await findIn({ 'report.ts': report }, { url })).toEqual([
      `report.ts:7:7 breaking Project.title answers String at the gateway, and String! in the installed contract. ${replacement}`,
      `report.ts:8:33 breaking Figure.value answers Int! at the gateway, and Decimal! in the installed contract. ${replacement}`,
    ]);
  });

  test('tells which of the two contracts it is about', async () => {
    const url = await serveContract(changeContract({ 'Project.title': 'gone' }));
    const { code, stdout } = await run(['doctor', await plant({ 'report.ts': report }), '--url', url]);
    expect(code).toBe(1);
    expect(stdout).toContain('breaking (at the gateway)  Cannot query field "title" on type "Project".\n');
    expect(stdout).toContain(`against the contract of @reintegration/sdk 0.4.0, and that of ${url}.`);
  });
});
