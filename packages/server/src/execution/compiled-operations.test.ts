import { schema } from '@reintegration/schema';
import { type OperationDefinitionNode, parse } from 'graphql';
import { expect, it } from 'vitest';
import { createCompiledOperations } from './compiled-operations.ts';

const checked = (source: string) => {
  const document = parse(source);
  const operation = document.definitions[0] as OperationDefinitionNode;
  return { schema, document, operation, source, operationName: null };
};
const use = (compiled: ReturnType<typeof createCompiledOperations>, source: string, times = 1) => {
  const used = Array.from({ length: times }, () => compiled.use(checked(source), {}));
  return used.at(-1);
};

it('compiles a query when it has been used some times, and no sooner', () => {
  const compiled = createCompiledOperations();
  const source = '{ dataVersion }';
  expect(use(compiled, source, 3)).toBeUndefined();
  expect(compiled.find(source, null, {})).toBeUndefined();
  const found = use(compiled, source);
  expect(found).toBeDefined();
  expect(compiled.find(source, null, {})).toBe(found);
  expect(use(compiled, source)).toBe(found);
});

it('compiles it once for each thing that its conditions may ask for, up to a bound', () => {
  const compiled = createCompiledOperations();
  const names = ['a', 'b', 'c', 'd'];
  const source = `query (${names.map((name) => `$${name}: Boolean!`)}) { dataVersion ${names
    .map((name) => `${name}: dataVersion @include(if: $${name})`)
    .join(' ')} }`;
  const combinations = Array.from({ length: 2 ** names.length }, (_, bits) =>
    Object.fromEntries(names.map((name, index) => [name, (bits & (1 << index)) > 0])),
  );
  for (const variables of combinations) {
    for (let times = 0; times < 5; times += 1) compiled.use(checked(source), variables);
  }
  const found = combinations.map((variables) => compiled.find(source, null, variables));
  expect(found.filter((operation) => operation !== undefined)).toHaveLength(8);
});

it('remembers none that is never used again, and forgets those used least', () => {
  const compiled = createCompiledOperations();
  const first = '{ first: dataVersion }';
  expect(use(compiled, first, 4)).toBeDefined();
  for (let index = 0; index < 600; index += 1) use(compiled, `{ a${index}: dataVersion }`, 4);
  expect(compiled.find(first, null, {})).toBeUndefined();
  expect(compiled.find('{ a599: dataVersion }', null, {})).toBeDefined();
});

it('takes no name for the beginning of a document', () => {
  const compiled = createCompiledOperations();
  const source = 'query A {\n dataVersion }';
  const document = parse(source);
  const operation = document.definitions[0] as OperationDefinitionNode;
  for (let times = 0; times < 4; times += 1) {
    compiled.use({ schema, document, operation, source, operationName: 'A' }, {});
  }
  expect(compiled.find(source, 'A', {})).toBeDefined();
  expect(compiled.find(' dataVersion }', 'A\nquery A {', {})).toBeUndefined();
});

it('never compiles what changes anything', () => {
  const compiled = createCompiledOperations();
  expect(use(compiled, 'mutation { anything }', 10)).toBeUndefined();
});
