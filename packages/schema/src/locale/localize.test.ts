import { describe, expect, it } from 'vitest';
import { localize } from './localize.ts';

const en = 'Belgrade';
const latin = { 'sr-Latn': 'Beograd' };
const cyrillic = { 'sr-Cyrl': 'Београд' };

describe('localize', () => {
  it.each([
    ['all three', { en, ...latin, ...cyrillic }, ['Belgrade', 'Beograd', 'Београд']],
    ['en and sr-Latn', { en, ...latin }, ['Belgrade', 'Beograd', 'Београд']],
    ['en and sr-Cyrl', { en, ...cyrillic }, ['Belgrade', 'Beograd', 'Београд']],
    ['both Serbian scripts', { ...latin, ...cyrillic }, ['Beograd', 'Beograd', 'Београд']],
    ['en', { en }, ['Belgrade', 'Belgrade', 'Belgrade']],
    ['sr-Latn', latin, ['Beograd', 'Beograd', 'Београд']],
    ['sr-Cyrl', cyrillic, ['Beograd', 'Beograd', 'Београд']],
    ['nothing', {}, ['', '', '']],
  ])('answers each locale from %s', (_, text, expected) => {
    const answers = (['EN', 'SR_LATN', 'SR_CYRL'] as const).map((locale) => localize(text, locale));
    expect(answers).toEqual(expected);
  });

  it('prefers the Cyrillic that was written to the one it can derive', () => {
    expect(localize({ 'sr-Latn': 'Facebook', 'sr-Cyrl': 'Фејсбук' }, 'SR_CYRL')).toBe('Фејсбук');
  });

  it('takes an empty text for a missing one', () => {
    expect(localize({ en: '', 'sr-Latn': 'Pirot', 'sr-Cyrl': '' }, 'EN')).toBe('Pirot');
    expect(localize({ en: '', 'sr-Latn': 'Pirot', 'sr-Cyrl': '' }, 'SR_CYRL')).toBe('Пирот');
  });
});
