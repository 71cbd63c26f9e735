import { createHash } from 'node:crypto';

/** The name of a statement: the same in every process, as a pooler in between may hand connections around. */
export function nameOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
