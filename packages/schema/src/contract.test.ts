import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { printContract } from './schema.ts';

it('is printed as it is checked in', async () => {
  const checkedIn = await readFile(new URL('../schema.graphql', import.meta.url), 'utf8');
  expect(printContract(), 'run `pnpm generate` and review the difference').toBe(checkedIn);
});
