import { createHash } from 'node:crypto';

/**
 * GraphQL documents by the SHA-256 of their text, in hexadecimal: what Relay and graphql-codegen (`hashAlgorithm:
 * 'sha256'`) write, and what the SDK carries as `persisted-documents.json`.
 */
export type PersistedDocuments = Readonly<Record<string, string>>;

/** Why persisted documents cannot be used. */
export class DocumentsError extends Error {
  override readonly name = 'DocumentsError';
}

/** Most wrong entries that are told of. */
const MAX_TOLD = 3;

/** SHA-256 of a text, in hexadecimal. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Checks persisted documents: each must be the text that its hash names.
 *
 * @param name - what to call them in an error
 * @throws DocumentsError
 */
export function parseDocuments(value: unknown, name: string): ReadonlyMap<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new DocumentsError(`${name}: expected an object of documents by their SHA-256.`);
  }
  const entries = Object.entries(value);
  const wrong = entries.filter(([hash, text]) => typeof text !== 'string' || hash !== hashOf(text));
  if (wrong.length > 0) {
    const told = wrong.slice(0, MAX_TOLD).map(([hash]) => `  ${hash.slice(0, 80)}`);
    throw new DocumentsError(
      `${name}: ${wrong.length} of ${entries.length} documents are not what their hash names. ` +
        `Expected the SHA-256 of the text, in hexadecimal. Found:\n${told.join('\n')}`,
    );
  }
  return new Map(entries as [string, string][]);
}
