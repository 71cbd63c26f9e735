/** What stands between the cells of a line, and before the decimals of a number. */
export type Marks = { readonly list: ',' | ';'; readonly decimal: string };

/** What programs expect, whatever the region. */
export const RFC_4180: Marks = { list: ',', decimal: '.' };

/**
 * What a spreadsheet expects on a computer of a region, such as `sr-RS`. Where a comma stands before the decimals, a
 * semicolon stands between the cells. Null for what is no region.
 */
export function findMarks(region: string): Marks | null {
  if (!/^[a-z]{2,3}(-[A-Z][a-z]{3})?-[A-Z]{2}$/.test(region)) return null;
  const parts = new Intl.NumberFormat(region, { numberingSystem: 'latn' }).formatToParts(0.5);
  const decimal = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  return { list: decimal === ',' ? ';' : ',', decimal };
}
