/** Text that is HTML already. Only `html` makes it, so whatever is not Markup gets escaped. */
export interface Markup {
  readonly markup: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Builds HTML; every value put in is escaped, in text as in quoted attributes, unless it is Markup itself. */
export function html(
  texts: TemplateStringsArray,
  ...values: readonly (string | number | Markup | readonly Markup[])[]
): Markup {
  const parts = values.map((value, index) => `${markupOf(value)}${texts[index + 1] ?? ''}`);
  return { markup: `${texts[0] ?? ''}${parts.join('')}` };
}

/** For text that this program wrote itself and that must reach the browser byte for byte, such as a style sheet. */
export function verbatim(markup: string): Markup {
  return { markup };
}

function markupOf(value: string | number | Markup | readonly Markup[]): string {
  if (typeof value === 'string')
    return value.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
  if (typeof value === 'number') return String(value);
  if ('markup' in value) return value.markup;
  return value.map(({ markup }) => markup).join('');
}
