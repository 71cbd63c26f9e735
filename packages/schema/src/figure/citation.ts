import type { Qualifier } from '../generated/kysely.ts';
import type { Locale } from '../locale/locale.ts';
import { toCyrillic } from '../locale/transliterate.ts';

/** What a citation is made of, in the reader's language already. */
export type CitationParts = {
  readonly project: string;
  readonly place: string | null;
  readonly indicator: string;
  readonly period: string;
  readonly value: string;
  readonly qualifier: Qualifier;
  readonly sources: readonly { readonly title: string; readonly publisher: string }[];
  readonly revision: number;
  readonly dataVersion: number;
  readonly asOf: Date;
};

type Words = {
  readonly qualifiers: Readonly<Record<Qualifier, string>>;
  readonly source: string;
  readonly revision: string;
  readonly dataVersion: string;
  readonly asOf: string;
};

const ENGLISH: Words = {
  qualifiers: { EXACT: '', MORE_THAN: 'more than ', AT_LEAST: 'at least ', ABOUT: 'about ' },
  source: 'Source',
  revision: 'Revision',
  dataVersion: 'data version',
  asOf: 'as of',
};

const SERBIAN: Words = {
  qualifiers: { EXACT: '', MORE_THAN: 'više od ', AT_LEAST: 'najmanje ', ABOUT: 'oko ' },
  source: 'Izvor',
  revision: 'Revizija',
  dataVersion: 'verzija podataka',
  asOf: 'stanje',
};

function wordsOf(locale: Locale): Words {
  if (locale === 'EN') return ENGLISH;
  if (locale === 'SR_LATN') return SERBIAN;
  const cyrillic = (words: object) =>
    Object.fromEntries(
      Object.entries(words).map(([key, word]) => [key, typeof word === 'string' ? toCyrillic(word) : word]),
    );
  return { ...cyrillic(SERBIAN), qualifiers: cyrillic(SERBIAN.qualifiers) } as Words;
}

/** A ready-made citation of a figure: what it says, where it was read, and which state of the data said so. */
export function formatCitation(parts: CitationParts, locale: Locale): string {
  const words = wordsOf(locale);
  const place = parts.place === null ? '' : `, ${parts.place}`;
  // Titles stay as printed: they are what a reader looks for.
  const sources = parts.sources.map(({ title, publisher }) => `${title}. ${publisher}`).join('; ');
  return [
    `${parts.project}${place}: ${parts.indicator}, ${parts.period}: ${words.qualifiers[parts.qualifier]}${parts.value}.`,
    `${words.source}: ${sources}.`,
    `${words.revision} ${parts.revision}, ${words.dataVersion} ${parts.dataVersion}, ${words.asOf} ${parts.asOf.toISOString()}.`,
  ].join(' ');
}
