import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from './problem.ts';

const DOCUMENTS = new Set(['.graphql', '.gql']);
const SOURCES = new Set(['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.vue', '.svelte']);

/** Whether a file holds GraphQL and nothing else. */
export function isDocument(file: string): boolean {
  return DOCUMENTS.has(path.extname(file));
}

/**
 * The files in which operations may be, in the order of their names. Installed, built and hidden folders are left
 * out, except where they are named themselves.
 *
 * @throws Problem when a path is not there, or a file is of no known kind
 */
export async function findFiles(paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(paths.map(findIn));
  return [...new Set(found.flat())].sort((a, b) => a.localeCompare(b, 'en'));
}

async function findIn(name: string): Promise<string[]> {
  const entry = await stat(name).catch(() => {
    throw new Problem(
      `"${name}" is not there. Give folders or files that hold your operations, such as src/.`,
    );
  });
  if (entry.isDirectory()) return walk(name);
  if (isWanted(name)) return [path.normalize(name)];
  const kinds = [...DOCUMENTS, ...SOURCES].join(' ');
  throw new Problem(`"${name}" is of no kind that can be read. Expected a folder, or one of ${kinds}.`);
}

async function walk(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(({ code }: NodeJS.ErrnoException) => {
    throw new Problem(`"${folder}" cannot be read: ${code}.`);
  });
  const found = await Promise.all(
    entries.map((entry) => {
      const name = path.join(folder, entry.name);
      if (entry.isDirectory()) return isLeftOut(entry.name) ? [] : walk(name);
      return entry.isFile() && isWanted(name) ? [name] : [];
    }),
  );
  return found.flat();
}

function isLeftOut(folder: string): boolean {
  return folder.startsWith('.') || folder === 'node_modules' || folder === 'dist';
}

function isWanted(file: string): boolean {
  return isDocument(file) || SOURCES.has(path.extname(file));
}
