import { createHash } from 'node:crypto';
import { badUserInput, quote } from '../error.ts';

const CHECK_BYTES = 6;
const MAX_LENGTH = 1000;

function checkOf(list: string, key: string): Buffer {
  return createHash('sha256').update(`${list}\0${key}`).digest().subarray(0, CHECK_BYTES);
}

/** Makes the cursor of a record: its key in the list's order, bound to the list. */
export function encodeCursor(list: string, key: string): string {
  return Buffer.concat([checkOf(list, key), Buffer.from(key)]).toString('base64url');
}

/**
 * Reads a cursor of this list.
 *
 * @throws ApiError BAD_USER_INPUT when it was made up, altered, or belongs to another list
 */
export function decodeCursor(list: string, name: 'after' | 'before', cursor: string): string {
  const bytes = cursor.length <= MAX_LENGTH ? Buffer.from(cursor, 'base64url') : Buffer.alloc(0);
  const key = bytes.subarray(CHECK_BYTES).toString();
  if (key === '' || key.includes('\0') || encodeCursor(list, key) !== cursor) {
    throw badUserInput(
      `"${name}" is ${quote(cursor)}, which is no cursor of "${list}". ` +
        'Expected a cursor that an earlier page of the same list told.',
    );
  }
  return key;
}
