import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerAsGitHub, answerAsLinear } from './foreign-answers.ts';
import { createHubAnswers, type Question } from './hub-answers.ts';

/** An answer as it is sent. */
export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** A server that tells when it was asked. */
export type CountingServer = {
  /** The hub's endpoint. Beside it are `/linear` and GitHub's REST API. */
  readonly url: string;
  /** Milliseconds at which requests came, since the last `reset`. */
  readonly times: readonly number[];
  /** Bytes of what was answered to each. */
  readonly sizes: readonly number[];
  /** Forgets what came. The next requests get these replies, all others real answers. */
  reset(replies?: readonly Reply[]): void;
  close(): Promise<void>;
};

export async function startCountingServer(): Promise<CountingServer> {
  const answerAsHub = await createHubAnswers();
  const times: number[] = [];
  const sizes: number[] = [];
  let next: Reply[] = [];
  const answer = async (request: IncomingMessage): Promise<Reply> => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    if (url.pathname.startsWith('/repos/')) {
      const { body, link } = answerAsGitHub(url);
      return json(body, link === '' ? {} : { link });
    }
    const question = await questionOf(request, url);
    return json(url.pathname === '/linear' ? answerAsLinear(question) : await answerAsHub(question));
  };
  const server = createServer(async (request, response) => {
    times.push(performance.now());
    const { status, headers, body } = next.shift() ?? revalidate(request, await answer(request));
    sizes.push(Buffer.byteLength(body));
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    times,
    sizes,
    reset(replies = []) {
      times.length = 0;
      sizes.length = 0;
      next = [...replies];
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** JSON, as an API answers. */
export function json(body: unknown, headers: Readonly<Record<string, string>> = {}, status = 200): Reply {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

/** What is asked for by GET has a name, and is not sent to who has it. */
function revalidate({ method, headers }: IncomingMessage, reply: Reply): Reply {
  if (method !== 'GET') return reply;
  const etag = `"${createHash('sha256').update(reply.body).digest('base64url')}"`;
  if (headers['if-none-match'] === etag) return { status: 304, headers: { etag }, body: '' };
  return { ...reply, headers: { ...reply.headers, etag } };
}

async function questionOf(request: IncomingMessage, { searchParams }: URL): Promise<Question> {
  if (request.method === 'GET') {
    const { query, documentId, variables } = Object.fromEntries(searchParams);
    return { query, documentId, variables: JSON.parse(variables ?? '{}') };
  }
  let body = '';
  for await (const chunk of request) body += chunk;
  return JSON.parse(body);
}
