import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageFolder } from '../database/package-folder.ts';

/** Where the JSON Schemas lie by which a dataset's files are read. */
export const SCHEMAS = fileURLToPath(new URL('dataset/schema/', packageFolder));

/** The bytes of every JSON file of a folder by its name, or why it cannot be read; in the order of names. */
export type FolderContent = ReadonlyMap<string, Buffer | string>;

/** Reads all JSON files of a folder; tells why when there is no such folder. */
export async function readFolder(directory: string): Promise<FolderContent | string> {
  const names = await readdir(directory).catch(reasonOf);
  if (typeof names === 'string') return names;
  const json = names.filter((name) => name.endsWith('.json')).sort();
  return new Map(
    await Promise.all(
      json.map(async (name) => [name, await readPlainFile(join(directory, name)).catch(reasonOf)] as const),
    ),
  );
}

/**
 * SHA-256 (hexadecimal) of a dataset's files as they are, and of the schemas by which they are read: by others, the same
 * files say something else. Null when not all can be read.
 */
export async function filesDigest(
  content: FolderContent | string,
  schemas: FolderContent | string,
): Promise<string | null> {
  const hash = createHash('sha256');
  for (const folder of [content, schemas]) {
    if (typeof folder === 'string') return null;
    for (const [name, bytes] of folder) {
      if (typeof bytes === 'string') return null;
      hash.update(`${JSON.stringify(name)} ${bytes.length}\n`).update(bytes);
    }
  }
  return hash.digest('hex');
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
