import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery } from 'graphql';
import { Problem } from './problem.ts';

type Fetch = typeof globalThis.fetch;
type Answer = {
  readonly data?: { readonly __schema?: object } | null;
  readonly errors?: readonly { readonly message?: unknown }[];
};

const TIMEOUT_MS = 30_000;

/**
 * Asks a gateway for its contract, deprecated parts included.
 *
 * @param headers each as `name: value`. No value is ever told.
 * @throws Problem
 */
export async function fetchContract(
  url: string,
  headers: readonly string[],
  fetch: Fetch = globalThis.fetch,
): Promise<GraphQLSchema> {
  const address = parseAddress(url);
  const sent = parseHeaders(headers);
  const ask = (inputValueDeprecation: boolean) =>
    post(address, sent, getIntrospectionQuery({ descriptions: false, inputValueDeprecation }), fetch);
  let answer = await ask(true);
  // Gateways of the time before 2021 do not know that arguments can be deprecated.
  if (answer.errors?.some(({ message }) => /includeDeprecated/.test(String(message))))
    answer = await ask(false);
  if (!answer.data?.__schema) {
    const [first] = answer.errors ?? [];
    const said = first ? ` It said: ${String(first.message).slice(0, 200)}` : '';
    throw new Problem(
      `${nameOf(address)} does not tell its contract.${said}\nAsk whoever runs it to allow introspection, or check without --url.`,
    );
  }
  try {
    return buildClientSchema(answer.data as Parameters<typeof buildClientSchema>[0]);
  } catch (error) {
    throw new Problem(`The contract of ${nameOf(address)} cannot be read: ${(error as Error).message}`);
  }
}

async function post(address: URL, headers: Headers, query: string, fetch: Fetch): Promise<Answer> {
  const name = nameOf(address);
  const body = JSON.stringify({ query });
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  let response: Response;
  let text: string;
  try {
    // Whoever redirects would be sent the headers too.
    response = await fetch(address, { method: 'POST', headers, body, signal, redirect: 'manual' });
    text = await response.text();
  } catch (error) {
    const { cause } = error as { readonly cause?: { readonly code?: unknown } };
    const why = signal.aborted
      ? ` within ${TIMEOUT_MS / 1_000} seconds`
      : cause?.code
        ? ` (${cause.code})`
        : '';
    throw new Problem(`${name} cannot be reached${why}. Is the address right, and does the gateway run?`);
  }
  const { status } = response;
  if (status === 401 || status === 403)
    throw new Problem(`${name} answered ${status}. Sign in with --header 'authorization: Bearer …'.`);
  const answer = parseAnswer(text);
  if (answer) return answer;
  const moved = status >= 300 && status < 400 ? ' It redirects: give the address that it redirects to.' : '';
  throw new Problem(
    `${name} is no GraphQL gateway: it answered ${status} without GraphQL.${moved} Expected an address such as https://data.example.org/graphql.`,
  );
}

function parseAnswer(text: string): Answer | null {
  try {
    const answer = JSON.parse(text) as Answer | null;
    return answer && (answer.data !== undefined || Array.isArray(answer.errors)) ? answer : null;
  } catch {
    return null;
  }
}

function parseAddress(url: string): URL {
  const address = URL.canParse(url) ? new URL(url) : null;
  if (!address || !/^https?:$/.test(address.protocol) || address.username || address.password)
    throw new Problem(
      '--url is no address that can be asked. Expected one such as https://data.example.org/graphql, without a password.',
    );
  return address;
}

function parseHeaders(headers: readonly string[]): Headers {
  const sent = new Headers({ accept: 'application/json', 'content-type': 'application/json' });
  headers.forEach((header, index) => {
    const [, name = '', value = ''] = /^([^:]+):(.*)$/s.exec(header) ?? [];
    try {
      sent.set(name.trim(), value.trim());
    } catch {
      throw new Problem(`Header ${index + 1} is not of the form 'name: value'.`);
    }
  });
  return sent;
}

/** Without the query, which may hold a token. */
function nameOf({ origin, pathname }: URL): string {
  return `${origin}${pathname}`;
}
