import { curatedText } from './persisted.ts';

/** What a gateway was asked. */
export type TestRequest = {
  /** `GET` or `POST`. */
  readonly method: string;
  /** The address that was asked, with what a GET has in it. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Name of the operation; undefined for one without, and for what is no GraphQL. */
  readonly operationName: string | undefined;
  /** Text of the operation; undefined when only its hash was sent and nobody knows it. */
  readonly query: string | undefined;
  /** Variables of the operation; empty when none were sent. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** SHA-256 of the text in hexadecimal digits, where the operation was named by it. */
  readonly hash: string | undefined;
};

type FetchTarget = string | { readonly href: string } | { readonly url: string };

type FetchSettings = {
  readonly method?: string | undefined;
  readonly headers?: unknown;
  readonly body?: unknown;
  readonly signal?: unknown;
};

/** What the platform's `fetch` takes, as far as it matters here. */
export type FetchArguments = readonly [input: FetchTarget, init?: FetchSettings | undefined];

/** Reads what `fetch` was called with. */
export function requestOf([input, init]: FetchArguments): Request {
  const { method, headers, body } = init ?? {};
  const target = typeof input === 'string' || !('href' in input) ? input : input.href;
  // A signal of another realm, as jsdom has one, is refused here: it is watched by itself.
  return new Request(
    target as string | Request,
    { ...(method && { method }), ...(headers ? { headers } : {}), ...(body ? { body } : {}) } as RequestInit,
  );
}

type Sent = {
  readonly query?: unknown;
  readonly variables?: unknown;
  readonly operationName?: unknown;
  readonly documentId?: unknown;
  readonly extensions?: unknown;
};

/** Reads a request as GraphQL over HTTP has them. */
export async function readRequest(request: Request): Promise<TestRequest> {
  const sent = request.method === 'GET' ? sentByGet(new URL(request.url)) : parse(await request.text());
  const hash = hashOf(sent);
  const query = typeof sent.query === 'string' ? sent.query : hash && curatedText(hash);
  return {
    method: request.method,
    url: request.url,
    headers: Object.fromEntries(request.headers),
    operationName: typeof sent.operationName === 'string' ? sent.operationName : nameIn(query),
    query: query || undefined,
    variables: (sent.variables ?? {}) as TestRequest['variables'],
    hash,
  };
}

function sentByGet({ searchParams }: URL): Sent {
  return {
    query: searchParams.get('query'),
    operationName: searchParams.get('operationName'),
    documentId: searchParams.get('documentId'),
    variables: parse(searchParams.get('variables')),
    extensions: parse(searchParams.get('extensions')),
  };
}

function parse(text: string | null): Sent {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** The hash that names an operation: as GraphQL over HTTP has it, or as Apollo’s clients send it. */
function hashOf({ documentId, extensions }: Sent): string | undefined {
  const { persistedQuery } = (extensions ?? {}) as {
    readonly persistedQuery?: { readonly sha256Hash?: unknown };
  };
  return /^(?:sha256:)?([0-9a-f]{64})$/.exec(String(documentId ?? persistedQuery?.sha256Hash))?.[1];
}

/** Name of the only operation of a document; undefined where it has several. */
export function nameIn(query: string | undefined): string | undefined {
  const [only, ...more] = (query ?? '').matchAll(/(?:^|[}\s])(?:query|mutation|subscription)\s+(\w+)/g);
  return more.length > 0 ? undefined : only?.[1];
}
