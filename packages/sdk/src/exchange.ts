import type { TokenSource } from './auth.ts';
import type { WithMeta } from './call.ts';
import { withDeadline } from './deadline.ts';
import { mayWrite } from './document.ts';
import { type ApiError, badOption, isApiError } from './error.ts';
import { timedOut } from './message.ts';
import type { Operation } from './operation.ts';
import { parseLocale, parseTimeout, parseWord, type RunOptions } from './options.ts';
import type { Fetch } from './platform.ts';
import { type Budget, delayMsOf, pause, type RetryPolicy } from './retry.ts';
import { send } from './send.ts';

/** A gateway, and how it is asked. */
export type Gateway = {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: Fetch | undefined;
  readonly timeoutMs: number;
  readonly retry: RetryPolicy;
  readonly tokenOf: TokenSource;
  /** Whether another token may come where one was refused. */
  readonly renewsToken: boolean;
};

/** An operation as it is sent. */
export type Request = {
  readonly operation: Operation<unknown, unknown>;
  readonly variables: unknown;
  readonly options: RunOptions;
};

/**
 * Asks until there is an answer, or until asking again is of no use.
 *
 * @throws ApiError
 */
export async function exchange(
  gateway: Gateway,
  { operation, variables, options }: Request,
  budget: Budget,
): Promise<WithMeta<unknown>> {
  const { url, fetch, retry, tokenOf } = gateway;
  const key = parseWord('idempotencyKey', options.idempotencyKey);
  const timeoutMs = parseTimeout(options.timeoutMs ?? gateway.timeoutMs);
  const headers: Record<string, string> = {
    ...gateway.headers,
    ...parseLocale(options.locale),
    ...(key && { 'idempotency-key': key }),
  };
  const body = bodyOf(operation, variables);
  const mayRepeat = !!key || !mayWrite(operation);
  const endsAt = Date.now() + timeoutMs;
  let mayRenew = gateway.renewsToken;
  let retries = 0;

  const attempt = async (signal: AbortSignal): Promise<WithMeta<unknown>> => {
    let token = await tokenOf();
    for (let attempts = 1; ; attempts += 1) {
      signal.throwIfAborted();
      if (token) headers.authorization = `Bearer ${token}`;
      try {
        const { data, meta } = await send(url, { method: 'POST', headers, body, signal }, fetch);
        budget.left = Math.min(retry.budget, budget.left + budget.gain);
        return { data, meta: { ...meta, attempts } };
      } catch (error) {
        const other = mayRenew && isRefusal(error, mayRepeat) && (await tokenOf(token));
        if (other) {
          token = other;
          mayRenew = false;
          continue;
        }
        const delayMs = delayMsOf(retry, budget, retries, mayRepeat && error);
        if (signal.aborted || Date.now() + delayMs >= endsAt) throw error;
        retries += 1;
        budget.left -= 1;
        await pause(delayMs, signal);
      }
    }
  };
  const signal = options.signal as AbortSignal | undefined;
  return withDeadline({ timeoutMs, timedOut: timedOut(url, timeoutMs), signal }, attempt);
}

/** A mutation that was executed in part must not be sent again; one that was answered 401 was not executed. */
function isRefusal(error: unknown, mayRepeat: boolean): boolean {
  const { status } = error as ApiError;
  return status === 401 || (mayRepeat && isApiError(error, 'UNAUTHENTICATED'));
}

function bodyOf(operation: Operation<unknown, unknown>, variables: unknown): string {
  try {
    return JSON.stringify({ query: String(operation), variables });
  } catch {
    throw badOption('variables', 'JSON, without BigInt');
  }
}
