import { type Auth, createTokenSource } from './auth.ts';
import { type Call, createCall } from './call.ts';
import type { NodeAt, PathTo } from './connection.ts';
import { exchange } from './exchange.ts';
import type { Locale } from './generated/contract.ts';
import { createItems } from './items.ts';
import type { Operation } from './operation.ts';
import { parseHeaders, parseLocale, parseTimeout, parseUrl, type RunOptions } from './options.ts';
import type { Items, ItemsOptions, ItemsVariables } from './paging.ts';
import type { Fetch } from './platform.ts';
import { parseRetry, type RetryOptions } from './retry.ts';

/** How a client reaches its gateway. */
export type ClientOptions = {
  /** Address of the gateway, such as `https://data.example.org/graphql`. In a page, `/graphql` will do. */
  readonly url: string;
  /** Who asks: a token, or a function that gives one. Nothing of it ever appears in an error. */
  readonly auth?: Auth | undefined;
  /** Language of all texts that an operation asks for without naming one. The gateway's default is English. */
  readonly locale?: Locale | undefined;
  /** Stands in for the platform's `fetch`. */
  readonly fetch?: Fetch | undefined;
  /** Milliseconds until an answer must be complete, all attempts together; `Infinity` for no limit. 30,000 when left out. */
  readonly timeoutMs?: number | undefined;
  /**
   * How often and when a request is sent again that found no connection, or that the gateway could not answer at
   * the moment; `false` for never. Mutations are sent again with an idempotency key only.
   */
  readonly retry?: false | RetryOptions | undefined;
  /** Sent with every request. Nothing of them ever appears in an error. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
};

/** Variables may be left out where none is required. */
export type RunArguments<Variables> =
  Record<never, never> extends Variables
    ? [variables?: Variables | undefined, options?: RunOptions]
    : [variables: Variables, options?: RunOptions];

/** Undefined, where no variable is required. */
type OptionalOf<Variables> = Record<never, never> extends Variables ? undefined : never;
/** Anything, where no variable is required. */
type OptionalList<Variables> = Record<never, never> extends ItemsVariables<Variables> ? unknown : never;

/** Runs operations against one gateway. */
export type Client = {
  /**
   * Sends an operation, when it is awaited, and answers its data. Asks again by itself as `retry` says.
   *
   * @throws ApiError when there is no answer, or one with errors; `data` then holds what was answered in spite
   * of them
   * @example
   * const { project } = await client.run(ProjectFigures, { project: 'reintegration-ii', during: '2023' });
   */
  run<Answer, Variables>(
    operation: Operation<Answer, Variables>,
    ...rest: RunArguments<NoInfer<Variables>>
  ): Call<Answer>;

  /**
   * Reads a list to its end, page by page, item by item. The operation needs a variable `$after`, better also
   * `$first`, and asks for `pageInfo { hasNextPage endCursor }`; with `totalCount`, a list that ends short of it
   * is an error.
   *
   * @throws ApiError as `run` does, and INCOMPLETE when pages contradict each other
   * @example
   * for await (const city of client.items(Cities, { district: 'rasinski' })) console.log(city.name);
   */
  items<Answer, Variables, const Path extends PathTo<Answer> = PathTo<Answer>>(
    operation: Operation<Answer, Variables>,
    variables: ItemsVariables<NoInfer<Variables>> | OptionalOf<ItemsVariables<NoInfer<Variables>>>,
    options?: ItemsOptions<Path>,
  ): Items<NodeAt<Answer, Path>>;
  /** The same, where no variable is required. */
  items<Answer, Variables>(
    operation: Operation<Answer, Variables> & OptionalList<Variables>,
  ): Items<NodeAt<Answer, PathTo<Answer>>>;
};

/**
 * Creates a client. It keeps no connection, only the token of `auth` and, outside of browsers, the last hundred
 * answers that it may ask after: one may serve a whole program, but not two users.
 *
 * @throws ApiError BAD_OPTIONS when an option cannot be used
 * @example
 * const client = createClient({ url: 'https://data.example.org/graphql', locale: 'SR_CYRL' });
 */
export function createClient(options: ClientOptions): Client {
  const retry = parseRetry(options.retry);
  const gateway = {
    url: parseUrl(options.url),
    headers: {
      accept: 'application/graphql-response+json, application/json',
      ...parseHeaders(options.headers),
      ...parseLocale(options.locale),
    },
    fetch: options.fetch,
    timeoutMs: parseTimeout(options.timeoutMs),
    retry,
    tokenOf: createTokenSource(options.auth),
    kept: new Map(),
  };
  const budget = { left: retry.budget, gain: 1 / 8 };
  const run = (
    operation: Operation<unknown, unknown>,
    variables?: unknown,
    runOptions: RunOptions = {},
  ): Call<unknown> =>
    createCall(() => exchange(gateway, { operation, variables, options: runOptions }, budget));
  const items = (
    operation: Operation<unknown, unknown>,
    variables?: object,
    itemsOptions: ItemsOptions = {},
  ): Items<unknown> =>
    createItems({
      gateway,
      operation,
      variables,
      options: itemsOptions,
      cursor: itemsOptions.resumeFrom ?? null,
    });
  return { run, items, gatewayOf: () => gateway } as unknown as Client;
}
