import { createHmac } from 'node:crypto';

/** Keys are whole numbers below this. Sums of two stay exact in a double. */
export const KEY_RANGE = 2 ** 48;

/** Separates what one secret is used for. */
const RECORD = 'record';
const CELL = 'cell';

/** Makes the keys of a project's records and cells from its secret. */
export type KeyMaker = {
  /** The fixed key of a record, uniform to whoever does not know the secret. */
  recordKey(id: string): number;
  /**
   * The key of a cell, from the sum of its records' keys. The sum itself would give away that the keys of siblings
   * add up to the parent's; hashed once more, keys of different sets of people have nothing to do with each other.
   */
  cellKey(sum: number): number;
};

/** Creates the keys of a secret. */
export function createKeyMaker(secret: Uint8Array): KeyMaker {
  const keyOf = (purpose: string, text: string) =>
    createHmac('sha256', secret).update(`${purpose}:${text}`).digest().readUIntBE(0, 6);
  return {
    recordKey: (id) => keyOf(RECORD, id),
    cellKey: (sum) => keyOf(CELL, sum.toString(16)),
  };
}

/** Adds keys modulo one: exact, and the same in whatever order. */
export function addKeys(one: number, other: number): number {
  return (one + other) % KEY_RANGE;
}
