import type { Locale } from '@reintegration/sdk';
import { LANGUAGE_TAGS } from './texts.ts';

// British English has the day before the month, as readers in Europe expect it.
const tagOf = (locale: Locale): string => (locale === 'EN' ? 'en-GB' : LANGUAGE_TAGS[locale]);

/** A decimal in a string, with all its digits: as a number it might lose some. */
export function formatValue(value: string, locale: Locale): string {
  return new Intl.NumberFormat(tagOf(locale), { maximumFractionDigits: 6 }).format(value as `${number}`);
}

export function formatShare(share: string, locale: Locale): string {
  return new Intl.NumberFormat(tagOf(locale), { style: 'percent' }).format(share as `${number}`);
}

export function formatInstant(instant: string | Date, locale: Locale): string {
  return new Intl.DateTimeFormat(tagOf(locale), { dateStyle: 'long', timeStyle: 'short' }).format(
    new Date(instant),
  );
}

export function formatDay(instant: string, locale: Locale): string {
  return new Intl.DateTimeFormat(tagOf(locale), { dateStyle: 'medium' }).format(new Date(instant));
}
