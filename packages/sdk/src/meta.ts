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
  /** Finds the request in the gateway's log. */
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

/** What an answer tells of itself, in its headers, its extensions or among its data. */
export function readMeta(
  { status, headers }: FetchResponse,
  requestId: string | undefined,
  answer: { readonly data?: unknown; readonly extensions?: unknown },
): Omit<Meta, 'attempts'> {
  const { dataVersion, asOf } = { ...(answer.extensions as Told), ...(answer.data as Told) };
  const cache = headers.get('x-cache') ?? '';
  return {
    status,
    requestId,
    dataVersion: typeof dataVersion === 'number' ? dataVersion : undefined,
    asOf: typeof asOf === 'string' ? asOf : undefined,
    cacheState: cacheStateOf(status, cache, headers.get('age')),
    etag: headers.get('etag') ?? undefined,
  };
}

type Told = { readonly dataVersion?: unknown; readonly asOf?: unknown } | null | undefined;

function cacheStateOf(status: number, cache: string, age: string | null): CacheState | undefined {
  if (status === 304 || /reval/i.test(cache)) return 'REVALIDATED';
  if (/miss/i.test(cache)) return 'MISS';
  return /hit/i.test(cache) || age !== null ? 'HIT' : undefined;
}
