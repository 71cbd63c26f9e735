import { ApiError } from './error.ts';
import type { Locale } from './generated/contract.ts';
import { badHeader, badLocale, badTimeout, badUrl, urlWithPassword } from './message.ts';

const DEFAULT_TIMEOUT_MS = 30_000;

/** @throws ApiError BAD_OPTIONS */
export function parseUrl(text: string): URL {
  // A page may name its own gateway as "/graphql".
  const { location } = globalThis as { readonly location?: { readonly href?: string } };
  const url = urlOrNull(text, location?.href);
  if (url === null || !/^https?:$/.test(url.protocol)) throw new ApiError('BAD_OPTIONS', badUrl());
  if (url.username !== '' || url.password !== '') throw new ApiError('BAD_OPTIONS', urlWithPassword());
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
    throw new ApiError('BAD_OPTIONS', badHeader());
  }
}

/**
 * The BCP 47 tag of a locale of the contract: SR_LATN is sr-latn.
 *
 * @throws ApiError BAD_OPTIONS
 */
export function parseLocale(locale: Locale | undefined): Record<string, string> {
  if (locale === undefined) return {};
  if (!/^[a-z]{2,3}([_-][a-z0-9]{2,8})*$/i.test(locale)) throw new ApiError('BAD_OPTIONS', badLocale());
  return { 'accept-language': locale.replaceAll('_', '-').toLowerCase() };
}

/** @throws ApiError BAD_OPTIONS */
export function parseTimeout(timeoutMs: number = DEFAULT_TIMEOUT_MS): number {
  if (!(timeoutMs > 0)) throw new ApiError('BAD_OPTIONS', badTimeout());
  return timeoutMs;
}
