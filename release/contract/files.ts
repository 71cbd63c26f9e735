import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeChangeset } from './changeset.ts';
import { type ContractState, changesOf } from './check.ts';
import { writeReleased } from './released.ts';

const PRESENT = 'packages/schema/schema.graphql';
const RELEASED = 'packages/schema/released.graphql';
const CHANGESET = '.changeset/contract.md';

/** Reads what the project's folder holds of the contract. */
export async function readState(root: string): Promise<ContractState> {
  const [present, released, changeset, version] = await Promise.all([
    readFile(path.join(root, PRESENT), 'utf8'),
    readIfThere(path.join(root, RELEASED)),
    readIfThere(path.join(root, CHANGESET)),
    readVersion(root),
  ]);
  return { present, released, changeset, version };
}

/** Writes the changeset of the contract's changes, or removes it when there are none left. */
export async function deriveChangeset(root: string): Promise<void> {
  const state = await readState(root);
  const text = writeChangeset(await changesOf(state), state.version);
  const file = path.join(root, CHANGESET);
  if (text === null) await rm(file, { force: true });
  else if (text !== state.changeset) await writeFile(file, text);
}

/**
 * Keeps the present contract as the released one, to measure the next version against. Without a new version nothing is
 * released, and what was promised stays what it was.
 */
export async function keepReleased(root: string, versionBefore: string): Promise<void> {
  const { present, version } = await readState(root);
  if (version === versionBefore) return;
  await writeFile(path.join(root, RELEASED), writeReleased(present, version));
}

/** The version that the packages share. */
export async function readVersion(root: string): Promise<string> {
  const manifest: { version: string } = JSON.parse(
    await readFile(path.join(root, 'packages/schema/package.json'), 'utf8'),
  );
  return manifest.version;
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
