import type { FetchResponse } from './platform.ts';

/**
 * Where an answer came from: a cache that had it, one that asked the gateway whether it still holds, or the
 * gateway itself.
 */
export type CacheState = 'HIT' | 'REVALIDATED' | 'MISS';

/** What is known of an answer beside its data. */
export type Meta = {
  /** HTTP status. */
  readonly status: number;
  /** How many requests it took; 1 when the first was answered. */
  readonly attempts: number;
  /** Finds the request in the gateway's log; none when the gateway gave what many ask for. */
  readonly requestId?: string | undefined;
  /** The version of the published data, when the answer tells it. */
  readonly dataVersion?: number | undefined;
  /** The instant that the answer as a whole holds for, when it tells one. */
  readonly asOf?: string | undefined;
  /** Where the answer came from, when its headers (`X-Cache`, `Age`) or its status (304) tell. */
  readonly cacheState?: CacheState | undefined;
  /** Names these very bytes: the same for as long as the answer is the same. */
  readonly etag?: string | undefined;
};

/** What the headers of an answer tell of it. */
export function readMeta(
  { status, headers }: FetchResponse,
  requestId: string | undefined,
): Omit<Meta, 'attempts'> {
  const told = (name: string) => headers.get(name) ?? undefined;
  return {
    status,
    requestId,
    dataVersion: Number(told('x-data-version')) || undefined,
    asOf: told('x-as-of'),
    cacheState: cacheStateOf(status, told('x-cache'), told('age')),
    etag: told('etag'),
  };
}

function cacheStateOf(status: number, cache = '', age?: string): CacheState | undefined {
  if (status === 304 || /reval/i.test(cache)) return 'REVALIDATED';
  if (/miss/i.test(cache)) return 'MISS';
  return age || /hit/i.test(cache) ? 'HIT' : undefined;
}
