import { existsSync } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('../..', import.meta.url));

type Manifest = {
  readonly version: string;
  readonly files?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
};

/** What comes onto a machine with a package. */
export type Installation = {
  readonly version: string;
  /** Packages that come along. */
  readonly dependencies: number;
  /** Bytes of all files. */
  readonly bytes: number;
};

/** Looks at a package with all that it needs, required peers included. */
export async function measureInstallation(name: string): Promise<Installation> {
  const found = new Map<string, Manifest>();
  const visit = async (wanted: string, from: string): Promise<void> => {
    const folder = await findPackage(wanted, from);
    if (found.has(folder)) return;
    const manifest: Manifest = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
    found.set(folder, manifest);
    for (const needed of needsOf(manifest)) await visit(needed, folder);
  };
  await visit(name, here);
  const sizes = await Promise.all([...found].map(([folder, manifest]) => sizeOfPackage(folder, manifest)));
  const [first] = found.values();
  return {
    version: first?.version ?? '',
    dependencies: found.size - 1,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
  };
}

function needsOf({
  dependencies = {},
  peerDependencies = {},
  peerDependenciesMeta = {},
}: Manifest): string[] {
  const peers = Object.keys(peerDependencies).filter((peer) => !peerDependenciesMeta[peer]?.optional);
  return [...Object.keys(dependencies), ...peers];
}

async function findPackage(name: string, from: string): Promise<string> {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'node_modules', name);
    if (existsSync(candidate)) return realpath(candidate);
    if (folder === path.dirname(folder)) throw new Error(`${name} is not installed. Needed by ${from}.`);
  }
}

/** A package of this workspace has more in its folder than is published. */
async function sizeOfPackage(folder: string, { files }: Manifest): Promise<number> {
  if (folder.includes(`${path.sep}node_modules${path.sep}`)) return sizeOf(folder);
  const published = [...(files ?? []), 'package.json', 'README.md'];
  const sizes = await Promise.all(published.map((name) => sizeOf(path.join(folder, name))));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function sizeOf(place: string): Promise<number> {
  const { size } = await stat(place);
  const entries = await readdir(place, { recursive: true, withFileTypes: true }).catch(() => null);
  if (entries === null) return size;
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map((file) => stat(path.join(file.parentPath, file.name))));
  return sizes.reduce((sum, one) => sum + one.size, 0);
}
