import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readExampleTabs, splitOperations } from './example-tabs.ts';

const examples = fileURLToPath(new URL('../src/examples.graphql', import.meta.url));
let operations: string;

beforeEach(() => {
  operations = mkdtempSync(join(tmpdir(), 'operations-'));
});

afterEach(() => {
  rmSync(operations, { recursive: true });
});

test('each example is a tab of its own, the figures first, with values for its variables', () => {
  const tabs = readExampleTabs(examples, operations);
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
  ]);
  expect(tabs[0]).toMatchObject({ query: expect.stringMatching(/^# Every figure/), variables: null });
  expect(JSON.parse(tabs[4]?.variables ?? '')).toEqual({ search: 'krusevac' });
});

test('an operation of the SDK takes the place of the example of its name, with the fragments it uses', () => {
  mkdirSync(join(operations, 'fragment'));
  writeFileSync(join(operations, 'fragment', 'names.graphql'), 'fragment Names on Network { code name }\n');
  writeFileSync(
    join(operations, 'network.graphql'),
    'query Networks { network(code: "iris") { ...Names } }\n',
  );
  writeFileSync(join(operations, 'other.graphql'), 'query Other { dataVersion }\n');
  const tabs = readExampleTabs(examples, operations);
  expect(tabs).toHaveLength(9);
  expect(tabs[7]?.query).toBe(
    'query Networks { network(code: "iris") { ...Names } }\n\nfragment Names on Network { code name }\n',
  );
});

test('only what stands directly above an operation counts as its remark', () => {
  const [first, second] = splitOperations('# Of the file.\n\n# One.\nquery A { a }\n# Two.\nquery B { b }\n');
  expect(first?.tab.query).toBe('# One.\nquery A { a }\n');
  expect(second?.tab.query).toBe('# Two.\nquery B { b }\n');
});

test('a required variable without a value stops the build', () => {
  expect(() => splitOperations('query A($unheardOf: ID!) { a(b: $unheardOf) }')).toThrow(/\$unheardOf of A/);
});
