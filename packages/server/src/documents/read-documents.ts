import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { DocumentsError, type PersistedDocuments, parseDocuments } from './documents.ts';

/** The SDK's curated operations, of this version and of those before it that the contract still answers. */
export function bundledDocuments(): PersistedDocuments {
  const manifest = createRequire(import.meta.url).resolve('@reintegration/server/package.json');
  const directory = path.join(path.dirname(manifest), 'documents');
  const files = readdirSync(directory).filter((name) => name.endsWith('.json'));
  return Object.assign({}, ...files.map((name) => readDocuments(path.join(directory, name))));
}

/**
 * Reads a file of persisted documents.
 *
 * @throws DocumentsError
 */
export function readDocuments(file: string): PersistedDocuments {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const found = code === 'ENOENT' ? 'there is no such file' : message;
    throw new DocumentsError(`${file}: ${found}. Expected a JSON file of documents by their SHA-256.`);
  }
  return Object.fromEntries(parseDocuments(value, file));
}
