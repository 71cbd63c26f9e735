import { access, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { checkContract } from './check.ts';
import { deriveChangeset, keepReleased, readState } from './files.ts';
import { changed, RELEASED } from './pair.fixture.ts';

async function project(contract: string, version: string) {
  const root = await mkdtemp(path.join(os.tmpdir(), 'reintegration-contract-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const write = async (name: string, text: string) => {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), text);
  };
  await write('packages/schema/schema.graphql', contract);
  await write('packages/schema/package.json', JSON.stringify({ version }));
  await mkdir(path.join(root, '.changeset'));
  return { root, write, changeset: path.join(root, '.changeset/contract.md') };
}

it('follows the contract from release to release', async () => {
  const { root, write, changeset } = await project(RELEASED, '0.0.0');
  const isThere = () =>
    access(changeset).then(
      () => true,
      () => false,
    );

  await deriveChangeset(root);
  expect(await isThere(), 'before the first release').toBe(false);

  await keepReleased(root, '0.0.0');
  expect((await readState(root)).released, 'without a new version').toBeNull();

  await write('packages/schema/package.json', JSON.stringify({ version: '0.1.0' }));
  await keepReleased(root, '0.0.0');
  await deriveChangeset(root);
  expect(await isThere(), 'as released').toBe(false);
  expect(await checkContract(await readState(root))).toEqual([]);

  await write('packages/schema/schema.graphql', changed('name: String', 'name: String area: Int'));
  expect(await checkContract(await readState(root))).toHaveLength(1);
  await deriveChangeset(root);
  expect(await readFile(changeset, 'utf8')).toContain('- Field `area` was added');
  expect(await checkContract(await readState(root))).toEqual([]);

  await write('packages/schema/schema.graphql', RELEASED);
  await deriveChangeset(root);
  expect(await isThere(), 'taken back').toBe(false);
});
