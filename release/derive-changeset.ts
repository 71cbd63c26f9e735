import { fileURLToPath } from 'node:url';
import { checkContract } from './contract/check.ts';
import { deriveChangeset, readState } from './contract/files.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

await deriveChangeset(root);
// Said now, while the change is at hand; the tests refuse it.
for (const refusal of await checkContract(await readState(root))) console.error(`✗ ${refusal}`);
