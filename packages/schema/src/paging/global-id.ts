import { badUserInput, quote } from '../error.ts';

/** Longest global id that is looked at, in characters. */
const MAX_LENGTH = 1000;

/** Makes the Relay global id of a record from its type and its stable key. */
export function encodeGlobalId(typename: string, key: bigint | number | string): string {
  return Buffer.from(`${typename}:${key}`).toString('base64url');
}

/**
 * Reads a Relay global id.
 *
 * @throws ApiError BAD_USER_INPUT when it is not one
 */
export function decodeGlobalId(id: string): { typename: string; id: string } {
  const text = id.length <= MAX_LENGTH ? Buffer.from(id, 'base64url').toString() : '';
  const colon = text.indexOf(':');
  const typename = text.slice(0, colon);
  const key = text.slice(colon + 1);
  // Base64 is read leniently; only the one spelling that we would write ourselves is taken.
  if (colon <= 0 || key === '' || key.includes('\0') || encodeGlobalId(typename, key) !== id) {
    throw badUserInput(`${quote(id)} is not a global id. Expected the value of the field "id" of a record.`);
  }
  return { typename, id: key };
}
