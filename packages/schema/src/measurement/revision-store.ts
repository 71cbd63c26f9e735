import type { Viewer } from '../context.ts';
import type { Restricted } from '../database/restricted.ts';

/** What came of a revision that was to be added. */
export type Added = {
  /** Why none was: it is not there for the viewer, another came in between, or there is nothing to do. */
  readonly outcome: 'ADDED' | 'ABSENT' | 'CHANGED' | 'NOTHING';
  /** Number of the newest revision; null when it is not the viewer's to know. */
  readonly newest: number | null;
};

/**
 * Adds a revision that publishes what is preliminary, or withdraws what is public, of the measurement with this key.
 *
 * @param expected - the newest revision, as far as the viewer knows
 */
export async function addRevision(
  restricted: Restricted,
  viewer: Viewer,
  {
    key,
    expected,
    status,
  }: { readonly key: string; readonly expected: number; readonly status: 'PUBLISHED' | 'WITHDRAWN' },
): Promise<Added> {
  const [added] = await restricted.transact(
    viewer,
    (tx) => tx.$queryRaw<Added[]>`
      SELECT outcome, newest FROM add_revision(${key}, ${expected}::integer, ${status}::measurement_status)`,
  );
  return added ?? { outcome: 'ABSENT', newest: null };
}
