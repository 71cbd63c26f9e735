import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDecimals,
  compareDecimals,
  DecimalError,
  divideDecimals,
  parseDecimal,
  subtractDecimals,
  trimDecimal,
} from './decimal.ts';

const expected =
  'Expected digits with an optional minus and an optional point, such as 42, -3.5 or 400000.00.';
const limit = 10n ** 24n - 1n;

function decimalOf(units: bigint, scale: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return units < 0n ? `-${text}` : text;
}

const decimal = fc
  .tuple(fc.bigInt({ min: -limit, max: limit }), fc.integer({ min: 0, max: 6 }))
  .map(([units, scale]) => decimalOf(units / 10n ** BigInt(6 - scale), scale));

describe('parseDecimal', () => {
  it.each([
    ['0', '0'],
    ['42', '42'],
    ['-3.5', '-3.5'],
    ['400000.00', '400000.00'],
    ['007', '7'],
    ['-007.50', '-7.50'],
    ['00.10', '0.10'],
    ['-0', '0'],
    ['-0.00', '0.00'],
    ['999999999999999999.999999', '999999999999999999.999999'],
  ])('reads %s as %s', (text, value) => {
    expect(parseDecimal(text)).toBe(value);
  });

  it.each([
    ['', 'it is empty'],
    [' 1', 'it holds white space'],
    ['1\n', 'it holds white space'],
    ['+1', 'the only sign is a leading hyphen-minus'],
    ['−1', 'the only sign is a leading hyphen-minus'],
    ['٤٢', 'only the digits 0 to 9 are read'],
    ['1,5', 'it holds a comma'],
    ['1e5', 'it has an exponent'],
    ['.5', 'a point stands between digits'],
    ['5.', 'a point stands between digits'],
    ['-', 'it holds something other than digits and one point'],
    ['1.2.3', 'it holds something other than digits and one point'],
    ['0x10', 'it holds something other than digits and one point'],
    ['NaN', 'it holds something other than digits and one point'],
    ['1234567890123456789', 'it has more than 18 digits before the point'],
    ['0.1234567', 'it has more than 6 digits after the point'],
  ])('refuses %j and says why', (text, reason) => {
    const message = `${JSON.stringify(text)} is not a decimal number: ${reason}. ${expected}`;
    expect(() => parseDecimal(text)).toThrow(new DecimalError(message));
  });

  it('repeats at most 40 characters of what it found', () => {
    expect(() => parseDecimal('9'.repeat(1_000_000))).toThrow(`"${'9'.repeat(39)}…" is not`);
  });

  it('gives back what is normal, and the same number otherwise', () => {
    fc.assert(
      fc.property(decimal, (text) => {
        expect(parseDecimal(text)).toBe(text);
        expect(parseDecimal(text.replace(/^-?/, '$&00').slice(0, 18))).toMatch(/^-?(0|[1-9]\d*)(\.\d+)?$/);
      }),
    );
  });
});

describe('arithmetic', () => {
  it('adds exactly, with the fraction digits of the value that has most', () => {
    expect(addDecimals(['0.1', '0.20'])).toBe('0.30');
    expect(addDecimals(['400000.00', '310000.00'])).toBe('710000.00');
    expect(addDecimals(['999999999999999999', '1'])).toBe('1000000000000000000');
    expect(addDecimals(['-0.5', '0.5'])).toBe('0.0');
    expect(addDecimals([])).toBe('0');
    expect(addDecimals(Array.from({ length: 200_000 }, () => '0.1'))).toBe('20000.0');
  });

  it('subtracts exactly', () => {
    expect(subtractDecimals('1', '0.75')).toBe('0.25');
    expect(subtractDecimals('0.1', '0.3')).toBe('-0.2');
  });

  it.each([
    ['22', '40', 4, '0.55'],
    ['1', '3', 4, '0.3333'],
    ['2', '3', 4, '0.6667'],
    ['0.5', '1', 0, '0'],
    ['1.5', '1', 0, '2'],
    ['2.5', '1', 0, '2'],
    ['-2.5', '1', 0, '-2'],
    ['-3.5', '1', 0, '-4'],
    ['2.51', '1', 0, '3'],
    ['1', '-8', 2, '-0.12'],
    ['-1', '-8', 3, '0.125'],
    ['-1', '1000', 2, '0'],
    ['100', '0.5', 2, '200'],
    ['0', '-7', 2, '0'],
  ])('%s / %s to %i digits is %s', (a, b, digits, quotient) => {
    expect(divideDecimals(a, b, digits)).toBe(quotient);
  });

  it('refuses to divide by zero', () => {
    expect(() => divideDecimals('22', '0.00', 2)).toThrow(
      new DecimalError('"22" cannot be divided by zero.'),
    );
  });

  it('compares by value', () => {
    expect(['10', '9.5', '-1', '9.50'].sort(compareDecimals)).toEqual(['-1', '9.5', '9.50', '10']);
    expect(compareDecimals('0.0', '-0')).toBe(0);
  });

  it('trims the zeros that end a fraction, and no others', () => {
    expect(['42.500000', '42.000000', '100', '0.00', '-1.10'].map(trimDecimal)).toEqual([
      ...['42.5', '42', '100', '0', '-1.1'],
    ]);
  });

  it('refuses values that are no decimals', () => {
    for (const call of [addDecimals, trimDecimal.bind(null, '1e5')]) {
      expect(() => call(['1e5'])).toThrow(DecimalError);
    }
    expect(() => compareDecimals('1', 'x')).toThrow(DecimalError);
  });

  it('keeps the laws of arithmetic', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        expect(addDecimals([a, b])).toBe(addDecimals([b, a]));
        expect(compareDecimals(subtractDecimals(addDecimals([a, b]), b), a)).toBe(0);
        expect(compareDecimals(a, b)).toBe(0 - compareDecimals(b, a));
        expect(compareDecimals(trimDecimal(a), a)).toBe(0);
      }),
    );
  });

  it('rounds a quotient to within half a unit of its last digit', () => {
    fc.assert(
      fc.property(decimal, fc.bigInt({ min: 1n, max: 10n ** 9n }), fc.nat(6), (a, divisor, digits) => {
        const units = (text: string) => {
          const [whole = '', fraction = ''] = text.split('.');
          return BigInt(whole + fraction.padEnd(12, '0'));
        };
        const error = units(a) - units(divideDecimals(a, String(divisor), digits)) * divisor;
        expect((error < 0n ? -error : error) * 2n).toBeLessThanOrEqual(divisor * 10n ** BigInt(12 - digits));
      }),
    );
  });
});
