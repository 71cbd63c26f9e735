import type { Restricted } from '../database/restricted.ts';
import { OPERATOR } from '../database/viewer.ts';
import { keyOf } from './key.ts';
import { isUuid, removeBeneficiary } from './store.ts';

/**
 * Erases a person or household from the command line: the record, its support, and every kept answer about it.
 *
 * @param id - its global id, or the key within
 * @returns whether it was there
 */
export async function eraseBeneficiary(restricted: Restricted, id: string): Promise<boolean> {
  const key = isUuid(id) ? id : keyOf('Beneficiary', id);
  if (key === null) return false;
  return restricted.transact(OPERATOR, (tx) => removeBeneficiary(tx, key));
}
