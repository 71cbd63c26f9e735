/**
 * Answers that stay fresh: by the gateway's own stream of changes, or by asking now and then.
 *
 * @module \@reintegration/sdk/live
 */

import type { Client } from './client.ts';
import { badOption } from './error.ts';
import type { Gateway } from './exchange.ts';
import { follow } from './live/follow.ts';
import type { LiveArguments, LiveOptions } from './live/options.ts';
import { createWatch } from './live/watch.ts';
import type { Operation } from './operation.ts';

export type { LiveArguments, LiveOptions, LiveState } from './live/options.ts';

/**
 * Answers an operation now, and again whenever the answer has become another one: what a page needs to keep its
 * figures fresh. Changes are told by the gateway where it can (server-sent events, one stream for a client), else
 * it is asked every `intervalMs`. Changes that come while you are busy become one: the next answer is the newest.
 *
 * Failures that may pass are waited out. It ends when the `signal` aborts or the loop is left, and leaves nothing
 * behind.
 *
 * @throws ApiError when asking again is of no use: BAD_USER_INPUT, UNAUTHENTICATED, BAD_OPTIONS…
 * @example
 * for await (const { project } of live(client, ProjectFigures, { project: 'reintegration-ii' }, { signal })) {
 *   show(project?.figures ?? []);
 * }
 */
export function live<Answer, Variables>(
  client: Client,
  operation: Operation<Answer, Variables>,
  ...[variables, options = {}]: LiveArguments<NoInfer<Variables>>
): AsyncIterableIterator<Answer> {
  const { signal, timeoutMs, locale, onState, onAnswer } = options;
  const caller = signal as AbortSignal | undefined;
  const { run, gatewayOf } = client as unknown as Internals;
  const stopper = new AbortController();
  const stop = () => stopper.abort();
  const answers = (async function* () {
    const intervalMs = parseMs('intervalMs', options);
    const heartbeatMs = parseMs('heartbeatMs', options);
    if (caller?.aborted) return;
    caller?.addEventListener('abort', stop, { signal: stopper.signal });
    const ask = (ending: AbortSignal) =>
      run(operation, variables, { signal: ending, timeoutMs, locale }).withMeta();
    const watch = createWatch({ gateway: gatewayOf?.(), intervalMs, heartbeatMs, onState }, stopper.signal);
    try {
      yield* follow(ask, watch, { signal: stopper.signal, onAnswer });
    } finally {
      stop();
    }
  })();
  const end = answers.return.bind(answers);
  answers.return = (value) => {
    stop();
    return end(value);
  };
  return answers as AsyncIterableIterator<Answer>;
}

/** A client as it is inside. */
type Internals = {
  run(...call: readonly unknown[]): ReturnType<Client['run']>;
  gatewayOf?(): Gateway;
};

function parseMs(name: 'intervalMs' | 'heartbeatMs', options: LiveOptions): number {
  const { [name]: ms = 30_000 } = options;
  if (!(ms > 0)) throw badOption(name, 'above 0');
  return ms;
}
