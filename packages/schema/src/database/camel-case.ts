import { CamelCasePlugin } from 'kysely';

/**
 * Columns are `snake_case` in the database and `camelCase` here. Texts in several languages are kept as JSON under
 * their BCP 47 tags, which must stay as they are.
 */
export const camelCase = new CamelCasePlugin({ maintainNestedObjectKeys: true });

/** The name that a column has here. */
export function nameOfColumn(column: string): string {
  return column.replace(/_([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase());
}
