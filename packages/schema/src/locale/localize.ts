import type { Locale } from './locale.ts';
import type { LocalizedText } from './localized-text.ts';
import { toCyrillic, toLatin } from './transliterate.ts';

/**
 * The text as a reader of the locale gets it: its own where there is one, else the other Serbian script
 * transliterated, else the other language as it is. Empty when the text has no language at all.
 *
 * @example localize({ 'sr-Latn': 'Grad Pirot' }, 'SR_CYRL') // 'Град Пирот'
 */
export function localize(text: LocalizedText, locale: Locale): string {
  const { en, 'sr-Latn': latin, 'sr-Cyrl': cyrillic } = text;
  if (locale === 'SR_CYRL') return cyrillic || (latin && toCyrillic(latin)) || en || '';
  const inLatin = latin || (cyrillic && toLatin(cyrillic));
  return (locale === 'EN' ? en || inLatin : inLatin || en) || '';
}
