import type { Token, TokenSource } from './auth.ts';
import type { WithMeta } from './call.ts';
import { withDeadline } from './deadline.ts';
import { mayWrite } from './document.ts';
import { type ApiError, badOption } from './error.ts';
import { timedOut } from './message.ts';
import type { Operation } from './operation.ts';
import { parseLocale, parseTimeout, parseWord, type RunOptions } from './options.ts';
import { parseOperation, persistedUrl, wantsText } from './persisted.ts';
import type { Fetch } from './platform.ts';
import { type Budget, delayMsOf, pause, type RetryPolicy } from './retry.ts';
import { type KeptAnswers, send } from './send.ts';

/** A gateway, and how it is asked. */
export type Gateway = {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: Fetch | undefined;
  readonly timeoutMs: number;
  readonly retry: RetryPolicy;
  readonly tokenOf: TokenSource;
  readonly kept: KeptAnswers;
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
  const { url, retry, tokenOf, kept } = gateway;
  const key = parseWord('idempotencyKey', options.idempotencyKey);
  const timeoutMs = parseTimeout(options.timeoutMs ?? gateway.timeoutMs);
  const headers: Record<string, string> = {
    ...gateway.headers,
    ...parseLocale(options.locale),
    ...(key && { 'idempotency-key': key }),
  };
  const { hash, query } = parseOperation(operation);
  const body = textOf({ query, variables });
  const isReading = !mayWrite(query);
  const mayRepeat = isReading || !!key;
  const endsAt = Date.now() + timeoutMs;
  const isKnown = hash && isReading && !kept.has(hash);
  let address = isKnown ? persistedUrl(url, hash, textOf(variables ?? {})) : '';
  let mayRenew = true;
  let token: Token;

  /** Changes what is sent, if the error asks for it; tells whether it did. */
  const adapt = async (error: ApiError): Promise<boolean> => {
    const sent = `${token}${address}`;
    if (mayRenew && isRefusal(error, mayRepeat)) {
      mayRenew = false;
      token = (await tokenOf(token)) || token;
    } else if (address && wantsText(error)) {
      kept.set(hash as string, []);
      address = '';
    }
    return sent !== `${token}${address}`;
  };
  const attempt = async (signal: AbortSignal): Promise<WithMeta<unknown>> => {
    token = await tokenOf();
    for (let attempts = 1; ; attempts += 1) {
      signal.throwIfAborted();
      if (token) headers.authorization = `Bearer ${token}`;
      try {
        const answer = await send(gateway, { address, headers, body, signal });
        budget.left = Math.min(retry.budget, budget.left + budget.gain);
        return { ...answer, meta: { ...answer.meta, attempts } };
      } catch (error) {
        if (await adapt(error as ApiError)) continue;
        const delayMs = delayMsOf(retry, budget, attempts, mayRepeat && error);
        if (signal.aborted || Date.now() + delayMs >= endsAt) throw error;
        budget.left -= 1;
        await pause(delayMs, signal);
      }
    }
  };
  const signal = options.signal as AbortSignal | undefined;
  return withDeadline({ timeoutMs, timedOut: timedOut(url, timeoutMs), signal }, attempt);
}

/** A mutation that was executed in part must not be sent again; one that was answered 401 was not executed. */
function isRefusal({ status, code }: ApiError, mayRepeat: boolean): boolean {
  return status === 401 || (mayRepeat && code === 'UNAUTHENTICATED');
}

function textOf(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    throw badOption('variables', 'JSON, without BigInt');
  }
}
