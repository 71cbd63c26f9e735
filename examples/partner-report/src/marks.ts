/** What stands between the cells of a line, and before the decimals of a number. */
export type Marks = { readonly list: ',' | ';'; readonly decimal: string };

/** What programs expect, whatever the region. */
export const RFC_4180: Marks = { list: ',', decimal: '.' };

/**
 * What a spreadsheet expects on a computer of a region, such as `sr-RS`. Where a comma stands before the decimals, a
 * semicolon stands between the cells. Null for what is no region, or none that is known here.
 */
export function findMarks(region: string): Marks | null {
  if (!/^[a-z]{2,3}(-[A-Z][a-z]{3})?-[A-Z]{2}$/.test(region) || !isKnown(region)) return null;
  const parts = new Intl.NumberFormat(region, { numberingSystem: 'latn' }).formatToParts(0.5);
  const decimal = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  return { list: decimal === ',' ? ';' : ',', decimal };
}

/** Regions that a message may name. */
export const SOME_REGIONS: readonly string[] = ['sr-RS', 'en-GB', 'en-US', 'de-DE', 'fr-FR'];

/** What is not known would silently be written as the computer's own region has it. */
function isKnown(region: string): boolean {
  const country = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const isCountry = country.of(new Intl.Locale(region).region ?? '') !== undefined;
  return isCountry && Intl.NumberFormat.supportedLocalesOf(region).length > 0;
}
