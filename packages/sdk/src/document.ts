/** Whether a document may write. A query that merely holds the word is taken for one that does. */
export function mayWrite(operation: unknown): boolean {
  return /\bmutation\b/.test(String(operation));
}
