import type { ApiError } from '../error.ts';
import type { Meta } from '../meta.ts';
import type { RunOptions } from '../options.ts';

/**
 * How changes are heard of: `streaming`, the gateway tells them; `polling`, it is asked at intervals; `waiting`, it
 * cannot be asked at the moment and will be again.
 */
export type LiveState = 'streaming' | 'polling' | 'waiting';

/** How an answer is kept up to date. */
export type LiveOptions = Pick<RunOptions, 'signal' | 'timeoutMs' | 'locale'> & {
  /** Milliseconds between two questions, where the gateway does not tell changes by itself. 30,000 when left out. */
  readonly intervalMs?: number | undefined;
  /** Milliseconds without a sign of life after which a stream is opened anew. 30,000 when left out. */
  readonly heartbeatMs?: number | undefined;
  /**
   * Called whenever the state becomes another one, for a status light.
   *
   * @param error - why the gateway could not answer; with `waiting` only
   */
  readonly onState?: ((state: LiveState, error?: ApiError) => void) | undefined;
  /** Called with each answer, also when it is as before: to tell when figures were last known to be right. */
  readonly onAnswer?: ((meta: Meta) => void) | undefined;
};

/** Variables may be left out where none is required. */
export type LiveArguments<Variables> =
  Record<never, never> extends Variables
    ? [variables?: Variables | undefined, options?: LiveOptions]
    : [variables: Variables, options?: LiveOptions];
