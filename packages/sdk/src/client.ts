import { readAnswer } from './answer.ts';
import { withDeadline } from './deadline.ts';
import { ApiError } from './error.ts';
import type { Locale } from './generated/contract.ts';
import { badVariables, noConnection, noFetch, timedOut } from './message.ts';
import type { Operation } from './operation.ts';
import { parseHeaders, parseLocale, parseTimeout, parseUrl } from './options.ts';
import type { Fetch, FetchResponse, PlatformSignal } from './platform.ts';

/** How a client reaches its gateway. */
export type ClientOptions = {
  /** Address of the gateway, such as `https://data.example.org/graphql`. In a page, `/graphql` will do. */
  readonly url: string;
  /** Language of all texts that an operation asks for without naming one. The gateway's default is English. */
  readonly locale?: Locale | undefined;
  /** Stands in for the platform's `fetch`. */
  readonly fetch?: Fetch | undefined;
  /** Milliseconds until an answer must be complete; `Infinity` for no limit. 30,000 when left out. */
  readonly timeoutMs?: number | undefined;
  /** Sent with every request. Nothing of them ever appears in an error. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
};

/** What one run may do otherwise than its client. */
export type RunOptions = {
  /** Ends the request when it aborts. */
  readonly signal?: PlatformSignal | undefined;
  /** Milliseconds until the answer must be complete; `Infinity` for no limit. */
  readonly timeoutMs?: number | undefined;
  /** Language of all texts that the operation asks for without naming one. */
  readonly locale?: Locale | undefined;
};

/** Variables may be left out where none is required. */
export type RunArguments<Variables> =
  Record<never, never> extends Variables
    ? [variables?: Variables | undefined, options?: RunOptions]
    : [variables: Variables, options?: RunOptions];

/** Runs operations against one gateway. */
export type Client = {
  /**
   * Sends an operation and answers its data.
   *
   * @throws ApiError when there is no answer, or one with errors; `data` then holds what was answered in spite
   * of them
   * @example
   * const { project } = await client.run(ProjectFigures, { project: 'reintegration-ii', during: '2023' });
   */
  run<Answer, Variables>(
    operation: Operation<Answer, Variables>,
    ...rest: RunArguments<NoInfer<Variables>>
  ): Promise<Answer>;
};

/**
 * Creates a client. It keeps no connection and no state, so that one may serve a whole program.
 *
 * @throws ApiError BAD_OPTIONS when an option cannot be used
 * @example
 * const client = createClient({ url: 'https://data.example.org/graphql', locale: 'SR_CYRL' });
 */
export function createClient(options: ClientOptions): Client {
  const url = parseUrl(options.url);
  const headers = {
    accept: 'application/graphql-response+json, application/json;q=0.9',
    ...parseHeaders(options.headers),
    ...parseLocale(options.locale),
    'content-type': 'application/json',
  };
  const defaultTimeoutMs = parseTimeout(options.timeoutMs);

  async function run(
    operation: Operation<unknown, unknown>,
    variables?: unknown,
    runOptions: RunOptions = {},
  ) {
    const timeoutMs = parseTimeout(runOptions.timeoutMs ?? defaultTimeoutMs);
    const request = {
      headers: { ...headers, ...parseLocale(runOptions.locale) },
      body: bodyOf(operation, variables),
    };
    const signal = runOptions.signal as AbortSignal | undefined;
    return withDeadline({ timeoutMs, timedOut: timedOut(url, timeoutMs), signal }, async (ownSignal) => {
      const { response, text } = await send(
        url,
        { ...request, method: 'POST', signal: ownSignal },
        options.fetch,
      );
      return readAnswer(url, response, text);
    });
  }

  return { run } as Client;
}

function bodyOf(operation: Operation<unknown, unknown>, variables: unknown): string {
  try {
    return JSON.stringify({ query: String(operation), variables });
  } catch {
    throw new ApiError('BAD_OPTIONS', badVariables());
  }
}

type Sent = { readonly response: FetchResponse; readonly text: string };

async function send(url: URL, init: Parameters<Fetch>[1], fetch: Fetch | undefined): Promise<Sent> {
  // Looked up at each request: tests and instrumentation replace it after the client was made.
  const send: Fetch | undefined = fetch ?? globalThis.fetch;
  if (typeof send !== 'function') throw new ApiError('BAD_OPTIONS', noFetch());
  try {
    const response = await send(url.href, init);
    return { response, text: await response.text() };
  } catch (error) {
    throw new ApiError('NETWORK', noConnection(url, reasonOf(error)), { retryable: true });
  }
}

/** The system's name for what failed. The error itself may repeat headers, so that nothing else of it is kept. */
function reasonOf(error: unknown): string | undefined {
  const code = codeOf((error as { cause?: unknown } | null)?.cause) ?? codeOf(error);
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(code) ? code : undefined;
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown } | null | undefined)?.code;
}
