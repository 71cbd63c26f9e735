import { readFile } from 'node:fs/promises';
import { markedText, type Text, textOf } from './embedded.ts';
import { isDocument } from './files.ts';
import type { Unchecked } from './finding.ts';
import { type Import, importsOf } from './imports.ts';
import { nodesOf, parseScript, scriptsOf } from './script.ts';

/** What a file says of GraphQL. */
export type Reading = {
  readonly texts: readonly Text[];
  readonly imports: readonly Import[];
  readonly unchecked: readonly Unchecked[];
};

const NOTHING: Reading = { texts: [], imports: [], unchecked: [] };

/** Reads one file. */
export async function readSource(file: string): Promise<Reading> {
  try {
    return readText(file, await readFile(file, 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return { ...NOTHING, unchecked: [{ file, line: 1, column: 1, why: `The file cannot be read: ${code}` }] };
  }
}

/** Reads the text of a file. */
export function readText(file: string, content: string): Reading {
  // Editors do not count a byte order mark.
  const text = content.replace(/^\uFEFF/, '');
  if (isDocument(file))
    return { ...NOTHING, texts: [{ file, line: 1, column: 1, body: text, hasGaps: false }] };
  // Parsing costs far more than looking.
  if (!/gql|graphql|@reintegration\/sdk|\b(as|satisfies)\s+([\w$]+\.)?Operation\b|<Operation\b/i.test(text))
    return NOTHING;
  try {
    return readScript(file, scriptsOf(file, text), text);
  } catch (error) {
    const { message, loc } = error as SyntaxError & { loc?: { line: number; column: number } };
    const place = { file, line: loc?.line ?? 1, column: (loc?.column ?? 0) + 1 };
    return { ...NOTHING, unchecked: [{ ...place, why: `The file cannot be read: ${message}` }] };
  }
}

function readScript(file: string, script: string, whole: string): Reading {
  const nodes = nodesOf(parseScript(file, script, whole));
  const imports = importsOf(file, nodes);
  const named = (name: string) => imports.filter((one) => one.name === name).map(({ local }) => local);
  const marks = {
    functions: new Set(['gql', 'graphql', ...named('graphql')]),
    types: new Set(['Operation', ...named('Operation')]),
  };
  const marked = nodes.map((node) => markedText(node, marks)).filter((node) => node !== null);
  const inOrder = [...new Set(marked)].sort((a, b) => a.start - b.start);
  const texts = inOrder.map((node) => textOf(file, script, node));
  return { texts, imports, unchecked: [] };
}
