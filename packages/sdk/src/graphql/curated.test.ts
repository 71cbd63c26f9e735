import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import * as operations from '../operations.ts';

const file = fileURLToPath(new URL('curated-check.ts', import.meta.url));

/** What the compiler says of a program in this folder. */
function problemsIn(program: string): string[] {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    allowImportingTsExtensions: true,
    exactOptionalPropertyTypes: true,
    strict: true,
    noEmit: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.readFile = (name) => (name === file ? program : readFile(name));
  return ts
    .getPreEmitDiagnostics(ts.createProgram([file], options, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

const head = `
  import { graphql, type ResultOf, type VariablesOf } from '../graphql.ts';
  import * as curated from '../operations.ts';
  type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
`;

const checkOf = ([name, text]: readonly [string, unknown]) => `
  const own${name} = graphql(${JSON.stringify(String(text))});
  export const answer${name}: Same<ResultOf<typeof own${name}>, ResultOf<typeof curated.${name}>> = true;
  export const variables${name}: Same<VariablesOf<typeof own${name}>, VariablesOf<typeof curated.${name}>> = true;
`;

test('texts of curated operations have the types that are generated for them', () => {
  const all = Object.entries(operations);
  expect(all.length).toBeGreaterThan(10);
  expect(problemsIn(`${head}${all.map(checkOf).join('')}`)).toEqual([]);
}, 60_000);

test('other types are told apart', () => {
  const other = checkOf(['DataVersion', '{ districts { code } }']);
  expect(problemsIn(`${head}${other}`)).toEqual(["Type 'true' is not assignable to type 'never'."]);
}, 60_000);
