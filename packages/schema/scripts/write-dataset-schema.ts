import { mkdir, writeFile } from 'node:fs/promises';
import { datasetJsonSchemas } from '../src/dataset/json-schema.ts';

const folder = new URL('../dataset/schema/', import.meta.url);

await mkdir(folder, { recursive: true });
for (const [name, text] of datasetJsonSchemas()) await writeFile(new URL(name, folder), text);
