import * as operations from '../generated/operations.ts';
import { parseOperation } from '../persisted.ts';

let texts: ReadonlyMap<string | undefined, string> | undefined;

/** The text of the curated operation that a hash names. */
export function curatedText(hash: string): string | undefined {
  texts ??= new Map(
    Object.values(operations).map((operation) => {
      const { hash: own, query } = parseOperation(operation);
      return [own, query];
    }),
  );
  return texts.get(hash);
}
