import { type Context, createContext, type Reader } from '@reintegration/schema';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VersionWatch } from '../cache/version-watch.ts';
import { type ApolloServer, HeaderMap } from '../execution/apollo.ts';
import { allowStream, isSubscription } from '../execution/stream-plugin.ts';
import { errorAnswer } from '../request/error-answer.ts';
import { RETRY_AFTER } from '../request/failure.ts';
import { localeOfRequest } from '../request/request-locale.ts';
import { eventOf, type Hub } from './hub.ts';
import { createStream } from './stream.ts';

/** What streams are made with. */
export type StreamMeans = {
  readonly apollo: ApolloServer<Context>;
  readonly reader: Reader;
  readonly hub: Hub;
  readonly watch: Pick<VersionWatch, 'read'>;
};

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // nginx would hold events back until it has a buffer full of them.
  'x-accel-buffering': 'no',
};
const COMPLETE = Buffer.from('event: complete\ndata:\n\n');

/** Whether a request wants server-sent events. */
export function wantsStream({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return headers.accept?.includes('text/event-stream') ?? false;
}

/**
 * Answers by server-sent events, as the protocol graphql-sse has it (distinct connections). A subscription begins
 * with where things stand, unless the reader comes back and has seen that; then follows an event for each
 * publication. Anything else is one event. Whoever asks is told what the public is told: executions are shared, and
 * outlive keys that are revoked.
 *
 * @param body - the question as a POST has it
 */
export async function giveStream(
  request: FastifyRequest,
  reply: FastifyReply,
  body: unknown,
  { apollo, reader, hub, watch }: StreamMeans,
): Promise<FastifyReply> {
  const locale = localeOfRequest(request);
  const key = JSON.stringify([locale, body]);
  if (!hub.hasRoom(key)) {
    reply.code(503).header('retry-after', RETRY_AFTER);
    return reply.send(errorAnswer('UNAVAILABLE', 'All streams are taken at the moment. Try again later.'));
  }
  const { raw } = reply;
  // Whether it is answered, refused or given up.
  raw.once('close', hub.enter(key));
  const headers = headersOf(request.id);
  const execute = async () => {
    const response = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', search: '', body, headers },
      context: async () => createContext({ reader, locale }),
    });
    // Whoever has seen it must not be given an older answer after it: the cache gives none once this is read.
    await watch.read().catch(() => undefined);
    return { ...response, text: response.body.kind === 'complete' ? response.body.string.trim() : '' };
  };
  const version = await watch.read();
  const { text, status = 200, headers: told } = await execute();
  if (status >= 400) return reply.headers(Object.fromEntries(told)).code(status).send(text);

  reply.hijack();
  if (raw.destroyed) return reply;
  raw.writeHead(200, { ...(reply.getHeaders() as Record<string, string>), ...HEADERS });
  const stream = createStream(raw);
  if (!isSubscription(headers)) {
    stream.end(Buffer.concat([eventOf(text, version), COMPLETE]));
    return reply;
  }
  stream.beat();
  if (Number(request.headers['last-event-id']) !== version) stream.send(eventOf(text, version));
  hub.add(key, stream, async () => textOf(await execute()), version);
  raw.on('close', () => hub.remove(key, stream));
  return reply;
}

/** A failure is no event: whoever is told it would wait for the next publication. */
function textOf({
  status = 200,
  text,
}: {
  readonly status?: number | undefined;
  readonly text: string;
}): string {
  if (status >= 400) throw new Error(`It was answered with status ${status}`);
  return text;
}

/** Headers that are kept as long as anybody reads: none of a caller's own. */
function headersOf(id: string): HeaderMap {
  const headers = new HeaderMap([
    ['accept', 'application/graphql-response+json'],
    ['content-type', 'application/json'],
    ['x-request-id', id],
  ]);
  allowStream(headers);
  return headers;
}

/** The question of a GET as a POST has it. */
export function bodyOfSearch(search: string): unknown {
  const { variables, extensions: _extensions, ...rest } = Object.fromEntries(new URLSearchParams(search));
  return { ...rest, ...(variables && { variables: parseVariables(variables) }) };
}

/** What is no JSON is left for Apollo to refuse. */
function parseVariables(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
