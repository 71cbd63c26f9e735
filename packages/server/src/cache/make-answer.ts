import type { Edition, Reader, Seen } from '@reintegration/schema';
import type { Extent } from '../execution/answer-headers-plugin.ts';
import type { Readers } from './replica.ts';
import type { VersionWatch } from './version-watch.ts';

/** What execution brought. */
export type Executed = {
  /** Only a whole one may be given to others who ask the same. */
  readonly extent: Extent;
  /** Which version of the published data it was made from. */
  readonly seen: Seen;
};

type Watch = Pick<VersionWatch, 'current' | 'hear' | 'newest' | 'read'>;

/** What is executed with. */
export type ExecutionMeans = { readonly watch: Watch; readonly readers: Readers };

/** Executes as of an edition, through a reader. */
export type Execute<Result extends Executed> = (newest: Edition | null, reader: Reader) => Promise<Result>;

/**
 * Executes as of the edition that is known to be the newest, and again if another is out by then. Whoever has seen
 * the answer must not see an older one after it: nothing older is served once the version is known.
 *
 * Where there is a replica, it is asked first. What it told holds if all of it was of that edition; else the primary
 * is asked.
 *
 * @param mayUseReplica - whether it is a question of the public, and changes nothing
 * @returns what came of it, and the newest version after it; null when nobody can say
 */
export async function executeNow<Result extends Executed>(
  { watch, readers }: ExecutionMeans,
  execute: Execute<Result>,
  mayUseReplica: boolean,
): Promise<{ readonly executed: Result; readonly now: number | null }> {
  const newest = watch.newest();
  const note = async (executed: Result) => ({
    executed,
    now: executed.extent === 'none' ? null : await versionAfter(executed, newest, watch).catch(() => null),
  });
  const attempt = newest !== null && mayUseReplica ? readers.replica?.attempt() : null;
  const made = await execute(newest, attempt?.reader ?? readers.primary);
  if (attempt && newest && !attempt.holds(made.seen, newest))
    return note(await execute(null, readers.primary));
  const first = await note(made);
  const isDoubtful = newest !== null && first.now !== newest.version;
  if (!isDoubtful || first.executed.extent === 'none' || hasEffect(first.executed.extent)) return first;
  return note(await execute(null, readers.primary));
}

function hasEffect(extent: Extent): boolean {
  return extent === 'effect' || extent === 'written';
}

/**
 * The version after an execution: as it was told with what was read, else it is read now. Where nothing was read,
 * nothing depends on it.
 */
async function versionAfter(
  { extent, seen: { version, isSure, usesEdition } }: Executed,
  newest: Edition | null,
  watch: Watch,
): Promise<number> {
  const told = version ?? (usesEdition ? null : (newest?.version ?? null));
  // An older one than is known: another is out by now, or the database was put back to an earlier state.
  const isBehind = told !== null && told < (watch.current() ?? 0);
  if (told === null || isBehind || !isSure || hasEffect(extent)) return watch.read();
  watch.hear(told);
  return told;
}

/** For caches on the way, which may serve an answer for a second without asking; browsers ask each time. */
const CACHE_CONTROL = 'public, max-age=0, s-maxage=1';
/**
 * For content delivery networks alone (RFC 9213): they may serve it for another second while they ask. In
 * `Cache-Control` it would have Chromium show what was there before a publication.
 */
const CDN_CACHE_CONTROL = 'max-age=1, stale-while-revalidate=1';

/**
 * Whatever the answer depends on besides the address. A signed request is given nothing that a cache on the way keeps
 * for the public, and is not let pass by it.
 */
export const VARY = 'Accept, Accept-Encoding, Accept-Language, Authorization';

/** What caches are told of an answer. */
export function cachingHeaders(isPublic: boolean): Readonly<Record<string, string>> {
  return isPublic
    ? { vary: VARY, 'cache-control': CACHE_CONTROL, 'cdn-cache-control': CDN_CACHE_CONTROL }
    : { vary: VARY, 'cache-control': 'no-store' };
}
