import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const FOLDER = 'packages/server/documents';

type Documents = Readonly<Record<string, string>>;

/**
 * Adds the documents of the version that is being released to those of the versions before: a gateway goes on to know
 * what older SDKs ask for. One that the contract no longer answers is refused with a reason all the same.
 */
export async function keepDocuments(root: string): Promise<void> {
  const read = async (name: string): Promise<Documents> =>
    JSON.parse(await readFile(path.join(root, FOLDER, name), 'utf8').catch(() => '{}'));
  const kept = { ...(await read('released.json')), ...(await read('sdk.json')) };
  await writeFile(path.join(root, FOLDER, 'released.json'), `${JSON.stringify(kept, null, 2)}\n`);
}
