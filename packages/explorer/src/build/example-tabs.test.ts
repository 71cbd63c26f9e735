import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readExampleTabs, splitOperations } from './example-tabs.ts';

const examples = fileURLToPath(new URL('../examples.graphql', import.meta.url));
test('each example is a tab of its own, the figures first, with values for its variables', () => {
  const tabs = readExampleTabs(examples);
  expect(tabs.map(({ query }) => /query (\w+)/.exec(query)?.[1])).toEqual([
    'ProjectFigures',
    'CityFigures',
    'Participations',
    'Activities',
    'Places',
    'Measurements',
    'Indicators',
    'Networks',
    'ByNode',
    'Statistics',
  ]);
  expect(tabs[0]).toMatchObject({ query: expect.stringMatching(/^# Every figure/), variables: null });
  expect(JSON.parse(tabs[4]?.variables ?? '')).toEqual({ search: 'krusevac' });
});

test('only what stands directly above an operation counts as its remark', () => {
  const [first, second] = splitOperations('# Of the file.\n\n# One.\nquery A { a }\n# Two.\nquery B { b }\n');
  expect(first?.tab.query).toBe('# One.\nquery A { a }\n');
  expect(second?.tab.query).toBe('# Two.\nquery B { b }\n');
});

test('a required variable without a value stops the build', () => {
  expect(() => splitOperations('query A($unheardOf: ID!) { a(b: $unheardOf) }')).toThrow(/\$unheardOf of A/);
});
