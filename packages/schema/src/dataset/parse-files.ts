import type { FolderContent } from './folder.ts';
import { findJsonFaults } from './json-syntax.ts';
import { type DatasetKind, datasetKinds, fileOf } from './model.ts';
import type { DatasetProblem } from './problem.ts';

/** The parsed but unchecked content of every file that could be read. */
export type RawFiles = ReadonlyMap<DatasetKind, unknown>;

/** Parses all files of a dataset; one that is missing, unreadable, unknown or no JSON is a problem. */
export function parseFiles(content: FolderContent): { files: RawFiles; problems: DatasetProblem[] } {
  const files = new Map<DatasetKind, unknown>();
  const problems: DatasetProblem[] = [];
  for (const kind of datasetKinds) {
    const file = fileOf(kind);
    const text = decode(content.get(file) ?? 'nothing');
    const found = 'text' in text ? parseFile(file, text.text, problems) : undefined;
    if (found !== undefined) files.set(kind, found);
    if ('reason' in text) {
      problems.push({ file, path: '', found: text.reason, expected: `a file that holds ${kind}` });
    }
  }
  const known = new Set(datasetKinds.map(fileOf));
  for (const file of [...content.keys()].filter((name) => !known.has(name))) {
    const expected = `no file but ${[...known].join(', ')}`;
    problems.push({ file, path: '', found: 'a file of no known kind', expected });
  }
  return { files, problems };
}

function parseFile(file: string, text: string, problems: DatasetProblem[]): unknown {
  for (const { line, column, found, expected } of findJsonFaults(text)) {
    problems.push({ file, path: `line ${line}, column ${column}`, found, expected });
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function decode(bytes: Buffer | string): { text: string } | { reason: string } {
  if (typeof bytes === 'string') return { reason: bytes };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { reason: 'bytes that are no UTF-8 text' };
  }
}
