import { type BuilderTypes, builder } from '../builder.ts';
import { localize } from './localize.ts';
import type { LocalizedText } from './localized-text.ts';

/** The languages of the contract. */
export const LocaleType = builder.enumType('Locale', {
  description: 'A language and its script.',
  values: {
    EN: { description: 'English.' },
    SR_LATN: { description: 'Serbian in Latin script.' },
    SR_CYRL: { description: 'Serbian in Cyrillic script; transliterated where no Cyrillic text is kept.' },
  } as const,
});

const LOCALE_DESCRIPTION =
  'Language of the text; without it the `Accept-Language` of the request decides, else English. A text that is missing in one language is told in another.';

/** The argument `locale` of a text. */
export function localeArg() {
  return builder.args((t) => ({ locale: t.field({ type: LocaleType, description: LOCALE_DESCRIPTION }) }))
    .locale;
}

type Fields<Row> = Pick<PothosSchemaTypes.ObjectFieldBuilder<BuilderTypes, Row>, 'string' | 'stringList'>;

/** A field with a text in the reader's language. */
export function localizedField<Row>(t: Fields<Row>, description: string, read: (row: Row) => LocalizedText) {
  return t.string({
    description,
    args: { locale: localeArg() },
    resolve: (row, { locale }, context) => localize(read(row), locale ?? context.locale),
  });
}

/** A field with a text in the reader's language, which a source may not give. */
export function nullableLocalizedField<Row>(
  t: Fields<Row>,
  description: string,
  read: (row: Row) => LocalizedText | null,
) {
  return t.string({
    description,
    nullable: true,
    args: { locale: localeArg() },
    resolve: (row, { locale }, context) => {
      const text = read(row);
      return text && localize(text, locale ?? context.locale);
    },
  });
}

/** A field with a list of texts in the reader's language. */
export function localizedListField<Row>(
  t: Fields<Row>,
  description: string,
  read: (row: Row) => readonly LocalizedText[],
) {
  return t.stringList({
    description,
    args: { locale: localeArg() },
    resolve: (row, { locale }, context) => read(row).map((text) => localize(text, locale ?? context.locale)),
  });
}
