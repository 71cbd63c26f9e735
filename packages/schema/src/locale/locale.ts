/** English, Serbian in Latin script, Serbian in Cyrillic script. */
export type Locale = 'EN' | 'SR_LATN' | 'SR_CYRL';

const tags: Readonly<Record<Locale, string>> = { EN: 'en', SR_LATN: 'sr-Latn', SR_CYRL: 'sr-Cyrl' };

/**
 * The locale that serves a reader best. Tags come most wanted first, as `Accept-Language` ranks them; the
 * script that a tag leaves out is the likely one (Unicode CLDR likely subtags): `sr` is Cyrillic, `sr-ME` and
 * `sh` are Latin. Tags that are malformed or name other languages are passed over; none left means EN.
 *
 * @example negotiateLocale(['fr', 'sr-Latn-RS', 'en']) // 'SR_LATN'
 */
export function negotiateLocale(languageTags: readonly string[]): Locale {
  for (const tag of languageTags) {
    const locale = localeFor(tag);
    if (locale !== null) return locale;
  }
  return 'EN';
}

/**
 * The BCP 47 tag of a locale, e.g. for `Content-Language`.
 *
 * @example localeTag('SR_CYRL') // 'sr-Cyrl'
 */
export function localeTag(locale: Locale): string {
  return tags[locale];
}

function localeFor(tag: string): Locale | null {
  if (tag === '*') return 'EN';
  const { language, script } = likelySubtags(tag);
  if (language === 'en') return 'EN';
  if (language !== 'sr') return null;
  if (script === 'Cyrl') return 'SR_CYRL';
  return script === 'Latn' ? 'SR_LATN' : null;
}

function likelySubtags(tag: string): { language?: string; script?: string | undefined } {
  try {
    return new Intl.Locale(tag).maximize();
  } catch (error) {
    if (error instanceof RangeError) return {};
    throw error;
  }
}
