import { readdirSync, readFileSync } from 'node:fs';
import type { Operation } from '../../../../testing/execute.ts';
import { encodeCursor } from '../paging/cursor.ts';
import { encodeGlobalId } from '../paging/global-id.ts';

/** Where the operations lie, each beside its recorded answer and statements. */
export const operationsFolder = new URL('operations/', import.meta.url);

/** An operation that the contract keeps answering alike. */
export type GoldenOperation = Operation & { readonly name: string };

/** What may stand in a variable: the id of a record, a cursor, or when the data was first published. */
const placeholders: readonly [pattern: RegExp, replace: (...parts: string[]) => string][] = [
  [/<id of (\w+):(.+?)>/g, (_all, type, key) => encodeGlobalId(type ?? '', key ?? '')],
  [/<cursor of (\w+): (.+?)>/g, (_all, list, key) => encodeCursor(list ?? '', key ?? '')],
];

/** Reads all operations. Lines that begin with `#>` hold their variables and their locale, as JSON. */
export function readGoldenOperations(firstPublishedAt: string): readonly GoldenOperation[] {
  const files = readdirSync(operationsFolder).filter((file) => file.endsWith('.graphql'));
  return files.sort().map((file) => {
    const document = readFileSync(new URL(file, operationsFolder), 'utf8');
    const header = document.split('\n').filter((line) => line.startsWith('#>'));
    let settings = header.map((line) => line.slice(2)).join('\n') || '{}';
    for (const [pattern, replace] of placeholders) settings = settings.replace(pattern, replace);
    settings = settings.replace('<first publication>', firstPublishedAt);
    return { name: file.slice(0, -'.graphql'.length), document, ...JSON.parse(settings) };
  });
}
