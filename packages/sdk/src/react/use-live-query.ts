import type { ApiError } from '../error.ts';
import type { LiveOptions, LiveState } from '../live/options.ts';
import { live } from '../live.ts';
import type { Operation } from '../operation.ts';
import { useDataHubClient } from './provider.ts';
import type { QueryArguments, QueryOptions } from './query-options.ts';
import type { QueryResult } from './query-result.ts';
import { answered, keyOf, type Tell } from './query-store.ts';
import { useQuestion } from './use-question.ts';

/** How a component keeps an answer fresh. */
export type LiveQueryOptions<Data> = QueryOptions<Data> & Pick<LiveOptions, 'intervalMs' | 'heartbeatMs'>;

/** What is known of a question, and how its changes are heard of. */
export type LiveQueryResult<Data> = QueryResult<Data> & {
  /** For a status light; undefined until it is known. */
  readonly liveState: LiveState | undefined;
  /** Why the gateway does not answer at the moment, while that is waited out. */
  readonly failureReason: ApiError | null;
};

/**
 * Keeps the answer to an operation fresh for a component: as `useQuery`, and shows every change that is published.
 *
 * @example
 * const { data, liveState } = useLiveQuery(ProjectFigures, { project: 'reintegration-ii' });
 */
export function useLiveQuery<Data, Variables>(
  operation: Operation<Data, Variables>,
  ...[variables, options = {}]: QueryArguments<NoInfer<Variables>, LiveQueryOptions<Data>>
): LiveQueryResult<Data> {
  const client = useDataHubClient();
  const { locale, timeoutMs, intervalMs, heartbeatMs } = options;
  const ask = async (tell: Tell, signal: AbortSignal) => {
    let isAnswered = false;
    const liveOptions: LiveOptions = {
      signal,
      locale,
      timeoutMs,
      intervalMs,
      heartbeatMs,
      onState: (liveState, error) => tell({ liveState, failureReason: error ?? null }),
      onAnswer: () => isAnswered && tell({ dataUpdatedAt: Date.now() }),
    };
    const follow = live as (...call: readonly unknown[]) => AsyncIterable<unknown>;
    for await (const data of follow(client, operation, variables, liveOptions)) {
      isAnswered = true;
      tell(answered(data));
    }
  };
  const key = keyOf(operation, 'live', variables, locale, timeoutMs, intervalMs, heartbeatMs);
  return useQuestion(client, { key, ask }, options as QueryOptions<unknown>) as LiveQueryResult<Data>;
}
