import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { keepReleased, readVersion } from './contract/files.ts';
import { keepDocuments } from './documents.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const before = await readVersion(root);
const { status, error } = spawnSync('changeset', ['version', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (error) throw error;
if (status === 0 && (await readVersion(root)) !== before) {
  await keepReleased(root, before);
  await keepDocuments(root);
}
process.exitCode = status ?? 1;
