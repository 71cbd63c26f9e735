import type { Locale } from '@reintegration/sdk';
import { LANGUAGE_TAGS } from './texts.ts';

const query = new URLSearchParams(location.search);
const { gateway = '/graphql', project = 'reintegration-ii' } = document.documentElement.dataset;

/**
 * The gateway that the page names in `data-gateway`; on the developer's own machine, `?gateway=` may name another.
 * Anywhere else that would let a link fill this page with somebody else's figures.
 */
export function gatewayUrl(): string {
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);
  return (isLocal && query.get('gateway')) || gateway;
}

export function projectCode(): string {
  return project;
}

/** The language that the address names, else the first of the reader's that the page speaks. */
export function firstLocale(): Locale {
  return (
    localeOf(query.get('lang')) ?? navigator.languages.map(localeOf).find((locale) => locale !== null) ?? 'EN'
  );
}

/** Keeps the language in the address, so that the page can be passed on in it. */
export function rememberLocale(locale: Locale): void {
  const url = new URL(location.href);
  url.searchParams.set('lang', LANGUAGE_TAGS[locale]);
  history.replaceState(null, '', url);
}

function localeOf(tag: string | null): Locale | null {
  const { language, script } = tag === null ? {} : likelySubtags(tag);
  if (language === 'en') return 'EN';
  if (language !== 'sr') return null;
  return script === 'Latn' ? 'SR_LATN' : 'SR_CYRL';
}

function likelySubtags(tag: string): { language?: string; script?: string | undefined } {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return {};
  }
}
