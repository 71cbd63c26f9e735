import { createHash, randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const SECRET_LENGTH = 24;
const CHECKSUM_LENGTH = 6;
const KEY = /^rk_([0-9A-Za-z]{24})_([0-9A-Za-z]{6})$/;

/** A key that is spelled as keys are. Whether it is anybody's is not said by that. */
export type ApiKeyText = {
  /** SHA-256 of the key, in hexadecimal: all that is kept of it. */
  readonly hash: string;
};

/** Finds typing mistakes, and keeps what was never a key from the database. It proves nothing. */
function checksumOf(secret: string): string {
  let rest = crc32(secret);
  let text = '';
  for (let position = 0; position < CHECKSUM_LENGTH; position += 1) {
    text = DIGITS.charAt(rest % DIGITS.length) + text;
    rest = Math.floor(rest / DIGITS.length);
  }
  return text;
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** Makes a new key: `rk_<24 digits and letters>_<6 of a checksum>`, with its hash. */
export function createKey(): ApiKeyText & { readonly key: string } {
  const digits = Array.from({ length: SECRET_LENGTH }, () => DIGITS.charAt(randomInt(DIGITS.length)));
  const secret = digits.join('');
  const key = `rk_${secret}_${checksumOf(secret)}`;
  return { key, hash: hashOf(key) };
}

/** Reads a key; null when it was mistyped, or is none. */
export function findKeyIn(text: string): ApiKeyText | null {
  const [, secret = '', checksum] = KEY.exec(text) ?? [];
  return checksum !== undefined && checksumOf(secret) === checksum ? { hash: hashOf(text) } : null;
}
