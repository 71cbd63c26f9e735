import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A request as the server got it. */
export type Received = {
  readonly method: string;
  /** Its address, without the host. */
  readonly address: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

/** What the server answers. `hang` never does, `cut` breaks off in the middle. */
export type Answer =
  | { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: string }
  | 'hang'
  | 'cut';

/**
 * Starts a server for the running test that gives its answers in turn, the last of them for ever, and keeps what
 * it got.
 */
export async function startServer(...answers: Answer[]): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const listener: RequestListener = async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const answer = answers[Math.min(received.length, answers.length - 1)] ?? 'cut';
    received.push({
      method: request.method ?? '',
      address: request.url ?? '',
      headers: request.headers,
      body,
    });
    if (answer === 'hang') return;
    if (answer === 'cut') {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"data":', () => response.destroy());
      return;
    }
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
    response.end(answer.body);
  };
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, received };
}

/** An answer with data. */
export function dataAnswer(data: unknown): Answer {
  return { body: JSON.stringify({ data }) };
}

/** An answer with one error of the gateway. */
export function errorAnswer(
  code: string,
  message: string,
  details: { status?: number; path?: unknown[]; data?: unknown; headers?: Record<string, string> } = {},
): Answer {
  const { status = 200, path, data = null, headers } = details;
  return {
    status,
    headers: { 'content-type': 'application/graphql-response+json', 'x-request-id': 'req-1', ...headers },
    body: JSON.stringify({ data, errors: [{ message, ...(path && { path }), extensions: { code } }] }),
  };
}
