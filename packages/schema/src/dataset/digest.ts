import { createHash } from 'node:crypto';

/**
 * SHA-256 (hexadecimal) of an entry's canonical JSON: keys sorted, `undefined` dropped. Equal entries have
 * equal digests however their files are laid out.
 */
export function entryDigest(entry: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(entry, sortKeys) ?? 'null')
    .digest('hex');
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
