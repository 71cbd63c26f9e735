import type * as z from 'zod';
import { type DatasetKind, fileOf, fileSchema } from './model.ts';
import type { RawFiles } from './parse-files.ts';
import { type DatasetProblem, describeFound } from './problem.ts';
import { fieldOf } from './select.ts';

const typeNames: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'an object',
  record: 'an object',
  string: 'text in quotes',
};

/** Each schema is used once a start: compiling it takes longer than what that spares. */
export const ONCE = { jitless: true } as const;

/** Compares every file with the schema of its kind, field by field. */
export function checkShape(files: RawFiles): DatasetProblem[] {
  return [...files].flatMap(([kind, content]) => {
    const result = fileSchema(kind).safeParse(content, { error: expectedBy, reportInput: true, ...ONCE });
    return (result.error?.issues ?? []).flatMap((issue) => problemsOf(kind, content, issue));
  });
}

function problemsOf(kind: DatasetKind, content: unknown, issue: z.core.$ZodIssue): DatasetProblem[] {
  const problem = { file: fileOf(kind), path: pathText(issue.path), expected: issue.message };
  // A refinement's input is all that it looked at, which may be more than what its path points to.
  if (issue.code === 'custom') return [{ ...problem, found: describeFound(valueAt(content, issue.path)) }];
  if (issue.code !== 'unrecognized_keys') return [{ ...problem, found: describeFound(issue.input) }];
  const parent: Readonly<Record<string, unknown>> = Object(issue.input);
  return issue.keys.map((key) => ({
    ...problem,
    path: pathText([...issue.path, key]),
    found: describeFound(parent[key]),
  }));
}

// Schemas that say themselves what they expect take precedence over this.
function expectedBy(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return typeNames[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.length === 1 ? describeFound(issue.values[0]) : `one of ${issue.values.join(', ')}`;
    case 'unrecognized_keys':
      return `no such field; known are ${knownFields(issue.inst)}`;
    case 'invalid_key':
      return issue.issues.map(({ message }) => message).join(' and ');
    case 'too_small':
      return `at least ${issue.minimum}`;
    case 'too_big':
      return `at most ${issue.maximum}`;
    default:
      return undefined;
  }
}

function knownFields(schema: unknown): string {
  return Object.keys((schema as z.ZodObject).shape).join(', ');
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce((value, step) => fieldOf(value, String(step)), content);
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    const name = String(step);
    if (!/^[\w$-]+$/.test(name)) return `${text}[${describeFound(name)}]`;
    return text === '' ? name : `${text}.${name}`;
  }, '');
}
