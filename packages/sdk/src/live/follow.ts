import type { WithMeta } from '../call.ts';
import type { ApiError } from '../error.ts';
import type { LiveOptions } from './options.ts';
import type { Watch } from './watch.ts';

/** Asks once; ends early when the signal aborts. */
export type Ask = (signal: AbortSignal) => Promise<WithMeta<unknown>>;

/**
 * Gives the answer now, and whenever it has become another one, until the signal aborts.
 *
 * @throws ApiError when asking again is of no use
 */
export async function* follow(
  ask: Ask,
  watch: Watch,
  { signal, onAnswer }: { readonly signal: AbortSignal; readonly onAnswer: LiveOptions['onAnswer'] },
): AsyncGenerator<unknown, void> {
  let shown: string | undefined;
  let failures = 0;
  while (!signal.aborted) {
    const wanted = watch.begin() as number;
    const answer = await ask(signal).catch((error: ApiError) => error);
    if (signal.aborted) return;
    if (answer instanceof Error) {
      if (!mayPass(answer, shown !== undefined)) throw answer;
      failures += 1;
      await watch.waitOut(failures, answer);
      continue;
    }
    const { data, meta } = answer;
    onAnswer?.(meta);
    const text = JSON.stringify(data);
    const isNew = text !== shown;
    shown = text;
    if (isNew) yield data;
    if (wanted > (meta.dataVersion as number)) {
      // A cache on the way still had what stood before.
      failures += 1;
      await watch.waitOut(failures);
    } else {
      failures = 0;
      await watch.untilDue(meta.dataVersion);
    }
  }
}

/** What was answered before fails for the gateway's reasons, when it fails within the gateway. */
function mayPass({ retryable, code, status = 0 }: ApiError, wasAnswered: boolean): boolean {
  return retryable || (wasAnswered && (code === 'INTERNAL_SERVER_ERROR' || status >= 500));
}
