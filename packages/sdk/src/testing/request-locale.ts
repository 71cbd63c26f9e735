import type { Locale } from '../generated/contract.ts';
import type { TestRequest } from './request.ts';

/** The language that a request names first of those that the contract has. Weights are not looked at. */
export function localeOf({ headers }: TestRequest): Locale {
  const tags = (headers['accept-language'] ?? '').split(',');
  return tags.map(localeFor).find((locale) => locale !== null) ?? 'EN';
}

function localeFor(range: string): Locale | null {
  const { language, script } = likelySubtags(range.split(';')[0]?.trim() ?? '');
  if (language === 'en') return 'EN';
  if (language !== 'sr') return null;
  return script === 'Latn' ? 'SR_LATN' : 'SR_CYRL';
}

function likelySubtags(tag: string): { readonly language?: string; readonly script?: string | undefined } {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return {};
  }
}
