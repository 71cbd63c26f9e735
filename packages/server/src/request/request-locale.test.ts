import { expect, it } from 'vitest';
import { localeOfRequest } from './request-locale.ts';

it.each([
  ['en', 'EN'],
  ['en-GB', 'EN'],
  ['sr', 'SR_CYRL'],
  ['sr-Latn-RS', 'SR_LATN'],
  ['sr-Cyrl', 'SR_CYRL'],
  ['en;q=0.1, sr-Latn;q=0.9', 'SR_LATN'],
  ['de, fr;q=0.9, sr;q=0.8, en;q=0.1', 'SR_CYRL'],
  ['sr;q=0, en', 'EN'],
  ['de', 'EN'],
  ['*', 'EN'],
  ['', 'EN'],
  [undefined, 'EN'],
  ['nonsense;;;q=x,,', 'EN'],
  ['x'.repeat(10_000), 'EN'],
  [`${'de-'.repeat(3_000)}de`, 'EN'],
  ['__proto__, sr-Latn', 'SR_LATN'],
] as const)('Accept-Language "%.40s" asks for %s', (header, locale) => {
  expect(localeOfRequest({ headers: { 'accept-language': header } })).toBe(locale);
});
