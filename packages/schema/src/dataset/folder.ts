import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageFolder } from '../database/package-folder.ts';

/** Where the JSON Schemas lie by which a dataset's files are read. */
const SCHEMAS = fileURLToPath(new URL('dataset/schema/', packageFolder));
const PACKAGE = fileURLToPath(new URL('package.json', packageFolder));

/**
 * The bytes of every JSON file of a folder by its name, or why it cannot be read; in the order of names. Of those that
 * no dataset has nothing is read.
 */
export type FolderContent = ReadonlyMap<string, Buffer | string>;

/** Reads all JSON files of a dataset's folder; tells why when there is no such folder. */
export async function readFolder(directory: string): Promise<FolderContent | string> {
  const [names, schemas] = await Promise.all([readdir(directory).catch(reasonOf), readdir(SCHEMAS)]);
  if (typeof names === 'string') return names;
  const isKnown = (name: string) => schemas.includes(name.replace(/\.json$/, '.schema.json'));
  const json = names.filter((name) => name.endsWith('.json')).sort();
  return new Map(
    await Promise.all(
      json.map(async (name) => {
        const path = join(directory, name);
        return [name, isKnown(name) ? await readPlainFile(path).catch(reasonOf) : 'an unknown file'] as const;
      }),
    ),
  );
}

/** What files are read by: the schemas, and this version of the package. */
export async function readMeans(): Promise<FolderContent> {
  const names = (await readdir(SCHEMAS)).sort();
  const paths = [PACKAGE, ...names.map((name) => join(SCHEMAS, name))];
  return new Map(
    await Promise.all(paths.map(async (path, index) => [String(index), await readFile(path)] as const)),
  );
}

/**
 * SHA-256 (hexadecimal) of a dataset's files as they are, and of what they are read by: by other means, the same files
 * say something else. Null when not all can be read.
 */
export function filesDigest(content: FolderContent | string, means: FolderContent): string | null {
  if (typeof content === 'string') return null;
  const hash = createHash('sha256');
  for (const [name, bytes] of [...content, ...means]) {
    if (typeof bytes === 'string') return null;
    hash.update(`${JSON.stringify(name)} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}

const digests = new WeakMap<object, string>();

/** Keeps the digest of the files that a dataset was read from. */
export function keepDigest(dataset: object, digest: string | null): void {
  if (digest !== null) digests.set(dataset, digest);
}

/** The digest of the files that a dataset was read from; null for one that was made or changed since. */
export function keptDigest(dataset: object): string | null {
  return digests.get(dataset) ?? null;
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
