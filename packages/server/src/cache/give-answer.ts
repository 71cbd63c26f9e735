import type { HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Extent } from '../execution/answer-headers-plugin.ts';
import { type Answer, createAnswer } from './answer.ts';
import { encodingOf } from './ask.ts';
import { holds, isBehind, type KeptMeans } from './serve-kept.ts';

/** What execution brought. */
export type Executed = {
  readonly response: HTTPGraphQLResponse;
  /** Only a whole one may be given to others who ask the same. */
  readonly extent: Extent;
};

/** For caches on the way, which may serve an answer for a second without asking; browsers ask each time. */
const CACHE_CONTROL = 'public, max-age=0, s-maxage=1';
/**
 * For content delivery networks alone (RFC 9213): they may serve it for another second while they ask. In
 * `Cache-Control` it would have Chromium show what was there before a publication.
 */
const CDN_CACHE_CONTROL = 'max-age=1, stale-while-revalidate=1';
// A signed request is given nothing that a cache on the way keeps for the public, and is not let pass by it.
const VARY = 'Accept, Accept-Encoding, Accept-Language, Authorization';

/**
 * Executes a request that nothing was kept for, gives the answer, and keeps it if no publication came in between.
 * Requests that ask the same at the same time are executed once.
 */
export async function giveAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  { cache, watch, asked }: KeptMeans,
  execute: () => Promise<Executed>,
): Promise<FastifyReply> {
  const known = watch.current();
  const isUnsure = known !== null && isBehind(request, known);
  const version = isUnsure ? await watch.read() : known;
  const key = asked.get(request.raw);
  // Any tag may name a version that never was: it must not cost more than to read the version.
  const kept = isUnsure && key !== undefined && version !== null && cache.get(key, version);
  if (kept) return giveForm(request, reply, kept, 'HIT');
  const make = async () => {
    const executed = await execute();
    // Whoever has seen this answer must not see an older one after it: nothing older is served once it is read.
    const now = executed.extent === 'none' ? null : await watch.read().catch(() => null);
    if (executed.extent !== 'whole' || now === null) return executed.response;
    const answer = answerOf(request, reply, executed.response, now);
    if (key !== undefined && now === version) cache.keep(key, answer);
    return answer;
  };
  const made = key === undefined || version === null ? await make() : await cache.join(key, version, make);
  return 'hash' in made ? giveForm(request, reply, made, 'MISS') : giveOnce(reply, made);
}

function answerOf(
  { method, headers: { authorization } }: FastifyRequest,
  reply: FastifyReply,
  { body, headers }: HTTPGraphQLResponse,
  version: number,
): Answer {
  const { 'x-request-id': _id, ...general } = reply.getHeaders();
  const isNamed = method === 'GET';
  return createAnswer(
    { version, text: textOf(body), isNamed },
    {
      ...(general as Record<string, string>),
      ...Object.fromEntries(headers),
      vary: VARY,
      // What is marked public is given to others, even when its request was signed (RFC 9111, 3.5).
      ...(isNamed && authorization === undefined
        ? { 'cache-control': CACHE_CONTROL, 'cdn-cache-control': CDN_CACHE_CONTROL }
        : { 'cache-control': 'no-store' }),
    },
  );
}

async function giveForm(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
  state: 'HIT' | 'MISS',
): Promise<FastifyReply> {
  const form = await answer.form(encodingOf(request.headers));
  const isHeld = holds(request.headers['if-none-match'], answer);
  const headers = isHeld ? form.headersOf304 : form.headers;
  for (let index = 0; index < headers.length; index += 2) {
    reply.header(headers[index] ?? '', headers[index + 1]);
  }
  reply.header('x-cache', state);
  return isHeld ? reply.code(304).send() : reply.send(form.bytes);
}

function giveOnce(reply: FastifyReply, { body, headers, status = 200 }: HTTPGraphQLResponse): FastifyReply {
  return reply.headers(Object.fromEntries(headers)).header('vary', VARY).code(status).send(textOf(body));
}

function textOf(body: HTTPGraphQLResponse['body']): string {
  if (body.kind !== 'complete') throw new Error('Answers in several parts are not offered');
  return body.string;
}
