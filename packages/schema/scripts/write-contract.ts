import { writeFile } from 'node:fs/promises';
import { printContract } from '../src/schema.ts';

await writeFile(new URL('../schema.graphql', import.meta.url), printContract());
