import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { findJsonFaults } from './json-syntax.ts';
import { type DatasetKind, datasetKinds, fileOf } from './model.ts';
import type { DatasetProblem } from './problem.ts';

/** The parsed but unchecked content of every file that could be read. */
export type RawFiles = ReadonlyMap<DatasetKind, unknown>;

/** Reads all files of a dataset's folder; one that is missing, unreadable, unknown or no JSON is a problem. */
export async function readFiles(directory: string): Promise<{ files: RawFiles; problems: DatasetProblem[] }> {
  const names = await readdir(directory).catch(reasonOf);
  if (typeof names === 'string') {
    const problem = {
      file: directory,
      path: '',
      found: names,
      expected: 'a folder with the files of a dataset',
    };
    return { files: new Map(), problems: [problem] };
  }
  const files = new Map<DatasetKind, unknown>();
  const problems: DatasetProblem[] = [];
  for (const kind of datasetKinds) {
    const text = await readText(join(directory, fileOf(kind)));
    const found = 'text' in text ? parseFile(fileOf(kind), text.text, problems) : undefined;
    if (found !== undefined) files.set(kind, found);
    if ('reason' in text) {
      problems.push({
        file: fileOf(kind),
        path: '',
        found: text.reason,
        expected: `a file that holds ${kind}`,
      });
    }
  }
  const known = new Set(datasetKinds.map(fileOf));
  for (const file of names.filter((name) => name.endsWith('.json') && !known.has(name)).sort()) {
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

async function readText(path: string): Promise<{ text: string } | { reason: string }> {
  const bytes = await readPlainFile(path).catch(reasonOf);
  if (typeof bytes === 'string') return { reason: bytes };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { reason: 'bytes that are no UTF-8 text' };
  }
}

/** Reading anything but a file, such as a pipe, might never end. */
async function readPlainFile(path: string): Promise<Buffer | string> {
  const found = await stat(path);
  return found.isFile() || found.isDirectory() ? readFile(path) : 'something that is no file';
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const reasons: Record<string, string> = {
    ENOENT: 'nothing',
    ENOTDIR: 'a file',
    EISDIR: 'a folder',
    EACCES: 'no permission to read it',
  };
  return reasons[code] ?? `an error of the file system (${code})`;
}
