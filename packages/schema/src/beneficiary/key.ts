import { decodeGlobalId } from '../paging/global-id.ts';
import { isUuid } from './store.ts';

/** The key within a global id of this type; null for any other. */
export function keyOf(typename: string, globalId: string): string | null {
  try {
    const decoded = decodeGlobalId(globalId);
    return decoded.typename === typename && isUuid(decoded.id) ? decoded.id : null;
  } catch {
    return null;
  }
}
