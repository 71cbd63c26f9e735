import { readFileSync } from 'node:fs';
import {
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  separateOperations,
} from 'graphql';
import { exampleVariables } from './example-variables.ts';

export interface ExampleTab {
  readonly query: string;
  readonly variables: string | null;
}

interface NamedOperation {
  readonly name: string;
  readonly tab: ExampleTab;
}

/** Reads one tab for each operation of `examplesFile`, in its order. */
export function readExampleTabs(examplesFile: string): ExampleTab[] {
  return splitOperations(readFileSync(examplesFile, 'utf8')).map(({ tab }) => tab);
}

/** @throws when an operation has no name, or requires a variable that `example-variables.ts` gives no value for. */
export function splitOperations(source: string): NamedOperation[] {
  if (source.trim() === '') return [];
  const document = parse(source);
  return Object.entries(separateOperations(document)).map(([name, part]) => {
    if (name === '') throw new Error('Every operation that the explorer shows needs a name.');
    const text = part.definitions
      .filter((node) => node.kind === Kind.OPERATION_DEFINITION || node.kind === Kind.FRAGMENT_DEFINITION)
      .sort(
        (a, b) => Number(a.kind === Kind.FRAGMENT_DEFINITION) - Number(b.kind === Kind.FRAGMENT_DEFINITION),
      )
      .map((node) => textOf(node, source))
      .join('\n\n');
    const operation = part.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
    return { name, tab: { query: `${text}\n`, variables: operation ? variablesOf(name, operation) : null } };
  });
}

function textOf(node: OperationDefinitionNode | FragmentDefinitionNode, source: string): string {
  const { start, end } = node.loc ?? { start: 0, end: source.length };
  const remark = /(?:(?<=^|\n)[ \t]*#[^\n]*\n)+$/.exec(source.slice(0, start))?.[0] ?? '';
  return remark + source.slice(start, end);
}

function variablesOf(name: string, operation: OperationDefinitionNode): string | null {
  const values: Record<string, unknown> = {};
  for (const { variable, type, defaultValue } of operation.variableDefinitions ?? []) {
    const key = [`${name}.${variable.name.value}`, variable.name.value].find(
      (each) => each in exampleVariables,
    );
    if (key !== undefined) values[variable.name.value] = exampleVariables[key];
    else if (type.kind === Kind.NON_NULL_TYPE && defaultValue === undefined) {
      throw new Error(
        `The explorer has no value for $${variable.name.value} of ${name}: add one to example-variables.ts.`,
      );
    }
  }
  return Object.keys(values).length === 0 ? null : JSON.stringify(values, null, 2);
}
