import type { WithMeta } from '../call.ts';
import type { ApiError } from '../error.ts';
import type { Watch } from './watch.ts';

/** Asks once; ends early when the signal aborts. */
export type Ask = (signal: AbortSignal) => Promise<WithMeta<unknown>>;

/**
 * Gives the answer now, and whenever it has become another one, until the signal aborts.
 *
 * @throws ApiError when asking again is of no use
 */
export async function* follow(ask: Ask, watch: Watch, signal: AbortSignal): AsyncGenerator<unknown, void> {
  let shown: string | undefined;
  let failures = 0;
  while (!signal.aborted) {
    const wanted = watch.begin() as number;
    const answer = await ask(signal).catch((error: ApiError) => error);
    if (signal.aborted) return;
    if (answer instanceof Error) {
      if (!answer.retryable) throw answer;
      failures += 1;
      await watch.waitOut(failures, answer);
      continue;
    }
    const { data, meta } = answer;
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
