import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localeTag, negotiateLocale } from './locale.ts';

describe('negotiateLocale', () => {
  it.each([
    ['sr', 'SR_CYRL'],
    ['sr-RS', 'SR_CYRL'],
    ['SR-cyrl-me', 'SR_CYRL'],
    ['sr-Latn', 'SR_LATN'],
    ['sr-Latn-RS', 'SR_LATN'],
    ['sr-ME', 'SR_LATN'],
    ['sh', 'SR_LATN'],
    ['en', 'EN'],
    ['en-GB', 'EN'],
    ['*', 'EN'],
  ])('%s asks for %s', (tag, locale) => {
    expect(negotiateLocale([tag])).toBe(locale);
    expect(negotiateLocale(['de-AT', tag, 'en', 'sr-Latn', 'sr'])).toBe(locale);
  });

  it.each(['', 'sr_RS', 'not a tag', 'i-klingon', 'sr-Arab', 'de', '-'])('passes over %j', (tag) => {
    expect(negotiateLocale([tag])).toBe('EN');
    expect(negotiateLocale([tag, 'sr-Latn'])).toBe('SR_LATN');
  });

  it('answers EN when nothing is asked for', () => {
    expect(negotiateLocale([])).toBe('EN');
  });

  it('takes any text for a tag', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (tags) => {
        expect(['EN', 'SR_LATN', 'SR_CYRL']).toContain(negotiateLocale(tags));
      }),
    );
  });

  it('finds each locale by its own tag', () => {
    for (const locale of ['EN', 'SR_LATN', 'SR_CYRL'] as const) {
      expect(negotiateLocale([localeTag(locale)])).toBe(locale);
    }
  });
});

describe('localeTag', () => {
  it('is BCP 47', () => {
    expect((['EN', 'SR_LATN', 'SR_CYRL'] as const).map(localeTag)).toEqual(['en', 'sr-Latn', 'sr-Cyrl']);
  });
});
