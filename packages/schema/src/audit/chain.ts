import { createHash } from 'node:crypto';

/** One entry of the audit log, with its instant as the hash has it. */
export type ChainEntry = {
  readonly number: number;
  readonly at: string;
  readonly caller: string;
  readonly kind: string;
  readonly operation: string;
  readonly recordId: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly previousHash: string;
  readonly hash: string;
};

/** Where a chain ends. */
export type ChainHead = { readonly number: number; readonly hash: string };

/** The end of a chain that has no entry. */
export const EMPTY: ChainHead = { number: 0, hash: '0'.repeat(64) };

/** The hash that an entry must have: of all that it says, as PostgreSQL writes a JSON array. */
export function hashOf(entry: ChainEntry): string {
  const { number, at, caller, kind, operation, recordId, before, after, previousHash } = entry;
  const parts = [number, at, caller, kind, operation, recordId, before, after, previousHash];
  const text = `[${parts.map((part) => JSON.stringify(part)).join(', ')}]`;
  return createHash('sha256').update(text).digest('hex');
}

/** What is wrong with an entry that should follow this end of the chain; null when nothing is. */
export function problemOf(entry: ChainEntry, end: ChainHead): string | null {
  const { number, previousHash, hash } = entry;
  const missing = number - end.number - 1;
  if (missing > 0) {
    const gap = missing === 1 ? `Entry ${number - 1} is` : `Entries ${end.number + 1} to ${number - 1} are`;
    return `${gap} missing.`;
  }
  if (hashOf(entry) !== hash) return `Entry ${number} was changed: its hash is not that of what it says.`;
  if (previousHash !== end.hash) return `Entry ${number} does not follow the entry before it.`;
  return null;
}
