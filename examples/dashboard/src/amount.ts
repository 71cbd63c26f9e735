const WORDS: Readonly<Record<string, string>> = {
  EXACT: '',
  MORE_THAN: 'more than',
  AT_LEAST: 'at least',
  ABOUT: 'about',
};

/** A value never goes without its qualifier; one that this program does not know is shown as it is. */
export function amountOf({
  value,
  qualifier,
}: {
  readonly value: string;
  readonly qualifier: string;
}): string {
  const digits = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 }).format(value as `${number}`);
  return `${WORDS[qualifier] ?? qualifier} ${digits}`.trim();
}
