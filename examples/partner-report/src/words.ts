import type { Locale } from '@reintegration/sdk';
import type { FigureFields } from '@reintegration/sdk/operations';

type Words = {
  readonly languageTag: string;
  readonly headings: readonly [string, string, string, string, string, string, string];
  readonly wholeProject: string;
  readonly noFigures: string;
  readonly dataVersion: string;
  readonly qualifiers: Readonly<Record<string, string>>;
};

const WORDS: Readonly<Record<Locale, Words>> = {
  EN: {
    languageTag: 'en-GB',
    headings: ['Indicator', 'Period', 'Place', 'Value', 'Target', 'Progress', 'Source'],
    wholeProject: 'whole project',
    noFigures: 'No figures are published for this.',
    dataVersion: 'Data version',
    qualifiers: { EXACT: '', MORE_THAN: 'more than', AT_LEAST: 'at least', ABOUT: 'about' },
  },
  SR_LATN: {
    languageTag: 'sr-Latn-RS',
    headings: ['Pokazatelj', 'Period', 'Mesto', 'Vrednost', 'Cilj', 'Ostvareno', 'Izvor'],
    wholeProject: 'ceo projekat',
    noFigures: 'Za ovo nema objavljenih podataka.',
    dataVersion: 'Verzija podataka',
    qualifiers: { EXACT: '', MORE_THAN: 'više od', AT_LEAST: 'najmanje', ABOUT: 'oko' },
  },
  SR_CYRL: {
    languageTag: 'sr-Cyrl-RS',
    headings: ['Показатељ', 'Период', 'Место', 'Вредност', 'Циљ', 'Остварено', 'Извор'],
    wholeProject: 'цео пројекат',
    noFigures: 'За ово нема објављених података.',
    dataVersion: 'Верзија података',
    qualifiers: { EXACT: '', MORE_THAN: 'више од', AT_LEAST: 'најмање', ABOUT: 'око' },
  },
};

export function wordsIn(locale: Locale): Words {
  return WORDS[locale];
}

/** A value as its readers write it, never without its qualifier. */
export function quantity(
  { value, qualifier }: Pick<FigureFields, 'value' | 'qualifier'>,
  words: Words,
): string {
  // A decimal in a string keeps all its digits here; as a number it would not.
  const digits = new Intl.NumberFormat(words.languageTag, { maximumFractionDigits: 6 }).format(
    value as `${number}`,
  );
  // A qualifier that this program does not know is shown as it is.
  return `${words.qualifiers[qualifier] ?? qualifier} ${digits}`.trim();
}

export function share(progress: string, { languageTag }: Words): string {
  const format = new Intl.NumberFormat(languageTag, { style: 'percent', maximumFractionDigits: 1 });
  return format.format(progress as `${number}`);
}
