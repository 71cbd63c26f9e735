import type { Operation } from '../operation.ts';
import { useDataHubClient } from './provider.ts';
import type { QueryArguments, QueryOptions } from './query-options.ts';
import type { QueryResult } from './query-result.ts';
import { answered, keyOf } from './query-store.ts';
import { useQuestion } from './use-question.ts';

/**
 * Runs an operation for a component, and anew when its variables change. The same question of several components
 * is one request; when the last of them goes, it is aborted.
 *
 * @example
 * const { data, error, isPending } = useQuery(ProjectFigures, { project: 'reintegration-ii' });
 */
export function useQuery<Data, Variables>(
  operation: Operation<Data, Variables>,
  ...[variables, options = {}]: QueryArguments<NoInfer<Variables>, QueryOptions<Data>>
): QueryResult<Data> {
  const client = useDataHubClient();
  const { locale, timeoutMs } = options;
  const run = client.run as (...call: readonly unknown[]) => Promise<unknown>;
  const question = {
    key: keyOf(operation, variables, locale, timeoutMs),
    ask: async (tell: (news: object) => void, signal: AbortSignal) =>
      tell(answered(await run(operation, variables, { signal, locale, timeoutMs }))),
  };
  return useQuestion(client, question, options as QueryOptions<unknown>) as QueryResult<Data>;
}
