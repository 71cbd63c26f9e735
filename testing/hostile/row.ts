/** A request as a client would send it. */
export type WholeRequest = {
  readonly kind: 'whole';
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | null;
};

/** Bytes that no client would send; the gateway hangs up after so many answers. */
export type RawRequest = { readonly kind: 'raw'; readonly bytes: string; readonly answers: number };

/** A beginning that is never followed by the rest, but for a byte now and then. */
export type SlowRequest = { readonly kind: 'slow'; readonly beginning: string; readonly drip: string };

/** What whoever means harm sends. */
export type HostileRequest = WholeRequest | RawRequest | SlowRequest;

/** What is answered: a refusal, told by its code, or what anybody gets who asks for nothing bad. */
export type Expected =
  | { readonly status: number; readonly code: string }
  | { readonly status: 200; readonly data: unknown };

/** One request of the list. */
export type HostileRow = {
  /** What the specification calls it, and in which way it is tried. Results are compared by it: it stays. */
  readonly id: `${string}/${string}`;
  readonly request: HostileRequest;
  readonly expected: Expected;
  /** Whether the database may be asked who sends it: only for what could be somebody's key or token. */
  readonly isLookedUp?: true;
};

type Variables = Readonly<Record<string, unknown>>;

const JSON_TYPE = { 'content-type': 'application/json' };

/** What a refusal looks like. */
export const refusal = (status: number, code: string): Expected => ({ status, code });

export const TOO_MUCH = refusal(400, 'QUERY_TOO_COMPLEX');
export const INVALID = refusal(400, 'GRAPHQL_VALIDATION_FAILED');
export const UNREADABLE = refusal(400, 'GRAPHQL_PARSE_FAILED');
export const BAD_INPUT = refusal(400, 'BAD_USER_INPUT');
export const BAD_REQUEST = refusal(400, 'BAD_REQUEST');
export const TOO_LARGE = refusal(413, 'BAD_REQUEST');
export const OTHER_TYPE = refusal(415, 'BAD_REQUEST');
export const NOBODY = refusal(401, 'UNAUTHENTICATED');

/** The item of the specification that a row is about. */
export const itemOf = ({ id }: HostileRow): string => id.slice(0, id.indexOf('/'));

/** A POST of a body of one's own. */
export function posted(
  id: HostileRow['id'],
  expected: Expected,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = JSON_TYPE,
  path = '/graphql',
): HostileRow {
  return { id, expected, request: { kind: 'whole', method: 'POST', path, headers, body } };
}

/** An operation, as a well-behaved client would post it. */
export function asked(
  id: HostileRow['id'],
  expected: Expected,
  query: string,
  variables?: Variables,
  headers: Readonly<Record<string, string>> = {},
): HostileRow {
  return posted(id, expected, JSON.stringify({ query, variables }), { ...JSON_TYPE, ...headers });
}

/** A GET. */
export function got(
  id: HostileRow['id'],
  expected: Expected,
  parameters: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = { 'apollo-require-preflight': '1' },
): HostileRow {
  const path = `/graphql?${new URLSearchParams(parameters)}`;
  return { id, expected, request: { kind: 'whole', method: 'GET', path, headers, body: null } };
}
