/** A value as PostgreSQL reads it from a text. */
export function writeValue(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (value instanceof Date) return writeInstant(value);
  if (Array.isArray(value)) return `{${value.map(writeElement).join(',')}}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function writeElement(value: unknown): string {
  if (typeof value === 'number') return String(value);
  const text = writeValue(value);
  return text === null ? 'NULL' : `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

/** PostgreSQL knows no year 0, and no sign in front of one. */
function writeInstant(instant: Date): string {
  const year = instant.getUTCFullYear();
  const text = instant.toISOString();
  if (year >= 1 && year <= 9999) return text;
  const [, rest = ''] = /^[+-]?\d+(-.*)Z$/.exec(text) ?? [];
  return year > 0 ? `${year}${rest}+00` : `${String(1 - year).padStart(4, '0')}${rest}+00 BC`;
}
