import { badOption } from './error.ts';
import type { Locale } from './generated/contract.ts';
import type { PlatformSignal } from './platform.ts';

/** What one run may do otherwise than its client. */
export type RunOptions = {
  /** Ends the request when it aborts. */
  readonly signal?: PlatformSignal | undefined;
  /** Milliseconds until the answer must be complete, all attempts together; `Infinity` for no limit. */
  readonly timeoutMs?: number | undefined;
  /** Language of all texts that the operation asks for without naming one. */
  readonly locale?: Locale | undefined;
  /**
   * Sent as `Idempotency-Key`: names what a mutation is to do, so that it may be sent again without being done
   * twice. A mutation without one is never sent again.
   */
  readonly idempotencyKey?: string | undefined;
};

/** @throws ApiError BAD_OPTIONS */
export function parseUrl(text: string): URL {
  // A page may name its own gateway as "/graphql".
  const { location } = globalThis as { readonly location?: { readonly href?: string } };
  const url = urlOrNull(text, location?.href);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw badOption('url', 'an http address without password');
  url.hash = '';
  return url;
}

/** An address, or null: `URL.parse` is not in every platform yet. */
export function urlOrNull(text: string, base?: string | undefined): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}

/** @throws ApiError BAD_OPTIONS, without the text that the platform's own error would repeat */
export function parseHeaders(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  try {
    return Object.fromEntries(new Headers(headers));
  } catch {
    throw badOption('headers', 'HTTP headers');
  }
}

/**
 * The BCP 47 tag of a locale of the contract: SR_LATN is sr-latn.
 *
 * @throws ApiError BAD_OPTIONS
 */
export function parseLocale(locale: Locale | undefined): Record<string, string> {
  if (locale === undefined) return {};
  if (!/^[\w-]{2,35}$/.test(locale)) throw badOption('locale', 'EN, SR_LATN or SR_CYRL');
  return { 'accept-language': locale.replaceAll('_', '-').toLowerCase() };
}

/** @throws ApiError BAD_OPTIONS */
export function parseTimeout(timeoutMs = 30_000): number {
  if (!(timeoutMs > 0)) throw badOption('timeoutMs', 'above 0');
  return timeoutMs;
}

/**
 * A word that may stand in a header, or nothing.
 *
 * @throws ApiError BAD_OPTIONS
 */
export function parseWord<Word extends string | null | undefined>(name: string, word: Word): Word {
  if (word && !/^[!-~]+$/.test(word)) throw badOption(name, 'ASCII without spaces');
  return word;
}
