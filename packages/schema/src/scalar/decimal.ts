import { quoteFound } from './partial-date.ts';

const integerDigits = 18;
const fractionDigitsMost = 6;
const expected =
  'Expected digits with an optional minus and an optional point, such as 42, -3.5 or 400000.00.';

/** A text was refused as a decimal number, or a calculation has no result. The message says why. */
export class DecimalError extends Error {
  override readonly name = 'DecimalError';
}

/** A number as `units` of the last of `scale` fraction digits: 3.50 is 350 units at scale 2. */
type Scaled = { readonly units: bigint; readonly scale: number };

/**
 * Reads a decimal number that travels as a string, and gives it back without leading zeros and without a
 * minus before zero. Fraction digits are kept as written: 400000.00 says more than 400000.
 * At most 18 digits before the point and 6 after it, which is what the database keeps.
 *
 * @throws DecimalError when the text is no such number.
 * @example parseDecimal('-007.50') // '-7.50'
 */
export function parseDecimal(text: string): string {
  const match = /^-?(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) throw refusal(text, reasonForShape(text));
  if ((match[1] ?? '').length > integerDigits) {
    throw refusal(text, `it has more than ${integerDigits} digits before the point`);
  }
  if ((match[2] ?? '').length > fractionDigitsMost) {
    throw refusal(text, `it has more than ${fractionDigitsMost} digits after the point`);
  }
  return format(read(text));
}

/**
 * The exact sum, with as many fraction digits as the value that has most; `0` for no values.
 * Values may have any number of digits.
 *
 * @throws DecimalError when a value is not a decimal number.
 * @example addDecimals(['0.1', '0.20']) // '0.30'
 */
export function addDecimals(values: readonly string[]): string {
  const numbers = values.map(read);
  const scale = numbers.reduce((most, number) => Math.max(most, number.scale), 0);
  return format({ units: numbers.reduce((sum, number) => sum + unitsAt(number, scale), 0n), scale });
}

/**
 * The exact difference `a - b`, with as many fraction digits as the value that has more.
 *
 * @throws DecimalError when a value is not a decimal number.
 * @example subtractDecimals('1', '0.75') // '0.25'
 */
export function subtractDecimals(a: string, b: string): string {
  const [left, right] = [read(a), read(b)];
  const scale = Math.max(left.scale, right.scale);
  return format({ units: unitsAt(left, scale) - unitsAt(right, scale), scale });
}

/**
 * The quotient `a / b`, rounded to at most `fractionDigits` digits after the point, a half to the even
 * neighbour (IEEE 754 roundTiesToEven); trailing zeros are left out.
 *
 * @throws DecimalError when a value is not a decimal number, or `b` is zero.
 * @example divideDecimals('22', '40', 4) // '0.55'
 */
export function divideDecimals(a: string, b: string, fractionDigits: number): string {
  const [left, right] = [read(a), read(b)];
  if (right.units === 0n) throw new DecimalError(`${quoteFound(a)} cannot be divided by zero.`);
  const numerator = left.units * 10n ** BigInt(right.scale + fractionDigits);
  const denominator = right.units * 10n ** BigInt(left.scale);
  return trimDecimal(format({ units: roundedQuotient(numerator, denominator), scale: fractionDigits }));
}

/**
 * Orders two decimal numbers by value: -1, 0 or 1. Zero for `1.5` and `1.50`.
 *
 * @throws DecimalError when a value is not a decimal number.
 * @example ['10', '9.5'].sort(compareDecimals) // ['9.5', '10']
 */
export function compareDecimals(a: string, b: string): -1 | 0 | 1 {
  const [left, right] = [read(a), read(b)];
  const scale = Math.max(left.scale, right.scale);
  const difference = unitsAt(left, scale) - unitsAt(right, scale);
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/**
 * The same number without the zeros that end its fraction, e.g. of a value read from a `numeric(24, 6)`.
 *
 * @throws DecimalError when the value is not a decimal number.
 * @example trimDecimal('42.500000') // '42.5'
 */
export function trimDecimal(text: string): string {
  let { units, scale } = read(text);
  while (scale > 0 && units % 10n === 0n) {
    units /= 10n;
    scale -= 1;
  }
  return format({ units, scale });
}

function read(text: string): Scaled {
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) throw refusal(text, reasonForShape(text));
  const point = text.indexOf('.');
  return { units: BigInt(text.replace('.', '')), scale: point < 0 ? 0 : text.length - point - 1 };
}

function unitsAt(number: Scaled, scale: number): bigint {
  return number.units * 10n ** BigInt(scale - number.scale);
}

function format({ units, scale }: Scaled): string {
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const point = digits.length - scale;
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  const sign = numerator < 0n === denominator < 0n ? 1n : -1n;
  const dividend = numerator < 0n ? -numerator : numerator;
  const divisor = denominator < 0n ? -denominator : denominator;
  const quotient = dividend / divisor;
  const twiceRemainder = (dividend % divisor) * 2n;
  const isUp = twiceRemainder > divisor || (twiceRemainder === divisor && quotient % 2n === 1n);
  return sign * (isUp ? quotient + 1n : quotient);
}

function refusal(text: string, reason: string): DecimalError {
  return new DecimalError(`${quoteFound(text)} is not a decimal number: ${reason}. ${expected}`);
}

function reasonForShape(text: string): string {
  if (text === '') return 'it is empty';
  if (/\s/.test(text)) return 'it holds white space';
  if (/^[+\u2212]/.test(text)) return 'the only sign is a leading hyphen-minus';
  if (/(?![0-9])\p{Nd}/u.test(text)) return 'only the digits 0 to 9 are read';
  if (text.includes(',')) return 'it holds a comma';
  if (/\d[eE]/.test(text)) return 'it has an exponent';
  if (/^-?\.|\.$/.test(text)) return 'a point stands between digits';
  return 'it holds something other than digits and one point';
}
