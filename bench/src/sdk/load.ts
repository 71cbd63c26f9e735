import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleAll } from './bundle.ts';

/** Loads a program as it is bundled, so that what is measured is what was weighed. */
export async function loadProgram<Functions>(name: string, folder: string): Promise<Functions> {
  const own = path.join(folder, name);
  await mkdir(own, { recursive: true });
  for (const file of await bundleAll(name)) await writeFile(path.join(own, file.name), file.text);
  await writeFile(path.join(own, 'package.json'), '{ "type": "module" }');
  return import(pathToFileURL(path.join(own, 'program.js')).href);
}
