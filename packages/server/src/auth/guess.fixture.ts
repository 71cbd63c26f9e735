import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A key as whoever guesses makes them: its checksum is right, and nobody was given it. */
export function createGuess(): string {
  const secret = randomBytes(24).reduce((text, byte) => text + DIGITS.charAt(byte % 62), '');
  let checksum = '';
  for (let rest = crc32(secret), left = 6; left > 0; left -= 1, rest = Math.floor(rest / 62)) {
    checksum = DIGITS.charAt(rest % 62) + checksum;
  }
  return `rk_${secret}_${checksum}`;
}
