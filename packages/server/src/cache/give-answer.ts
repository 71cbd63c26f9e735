import type { HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { givenRequestIdOf } from '../request/request-id.ts';
import { type Answer, type CacheState, createAnswer, holds } from './answer.ts';
import { encodingOf, isBehind } from './ask.ts';
import type { KeptMeans } from './kept-means.ts';
import { cachingHeaders, type Execute, type Executed, executeNow, VARY } from './make-answer.ts';

/** What Apollo made of a request. */
export type ExecutedRequest = Executed & { readonly response: HTTPGraphQLResponse };

/**
 * Executes a request that nothing was kept for, gives the answer, and keeps it if no publication came in between.
 * Requests that ask the same at the same time are executed once.
 *
 * @param mayChange - whether it may be anything but a query
 */
export async function giveAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  { cache, watch, readers, asked, shapes }: KeptMeans,
  execute: Execute<ExecutedRequest>,
  mayChange: boolean,
): Promise<FastifyReply> {
  const known = watch.current();
  const isUnsure = known !== null && isBehind(request.headers, known);
  const version = isUnsure ? await watch.read() : known;
  const ask = asked.get(request.raw);
  const key = ask?.key;
  // Any tag may name a version that never was: it must not cost more than to read the version.
  const kept = isUnsure && key !== undefined && version !== null && cache.get(key, version);
  if (kept) return giveForm(request, reply, kept, 'HIT');
  const make = async () => {
    const mayUseReplica = !mayChange && request.headers.authorization === undefined;
    const { executed, now } = await executeNow({ watch, readers }, execute, mayUseReplica);
    // What was executed may still be refused: when the answer is of no type that the caller takes.
    const isGiven = (executed.response.status ?? 200) === 200;
    if (executed.extent !== 'whole' || !isGiven || now === null) return executed.response;
    const headers = headersOf(request, reply, executed.response);
    if (ask?.shape !== undefined) shapes.learn(ask.shape, headers);
    const answer = createAnswer(
      { version: now, text: textOf(executed.response.body), isNamed: request.method === 'GET' },
      headers,
    );
    if (key !== undefined && now === version) cache.keep(key, answer);
    return answer;
  };
  const made = key === undefined || version === null ? await make() : await cache.join(key, version, make);
  return 'hash' in made ? giveForm(request, reply, made, 'MISS') : giveOnce(reply, made);
}

/** All headers that hold for each giving of an answer. */
function headersOf(
  { method, headers: { authorization } }: FastifyRequest,
  reply: FastifyReply,
  { headers }: HTTPGraphQLResponse,
): Readonly<Record<string, string>> {
  const { 'x-request-id': _id, ...general } = reply.getHeaders();
  return {
    ...(general as Record<string, string>),
    ...Object.fromEntries(headers),
    // What is marked public is given to others, even when its request was signed (RFC 9111, 3.5).
    ...cachingHeaders(method === 'GET' && authorization === undefined),
  };
}

async function giveForm(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
  state: CacheState,
): Promise<FastifyReply> {
  const form = await answer.form(encodingOf(request.headers));
  const isHeld = holds(request.headers['if-none-match'], answer);
  const headers = (isHeld ? form.headersOf304 : form.headers)[state];
  for (let index = 0; index < headers.length; index += 2) {
    reply.header(headers[index] ?? '', headers[index + 1]);
  }
  // What caches on the way keep would tell it to everybody.
  if (reply.getHeader('cache-control') !== 'no-store' && givenRequestIdOf(request.raw) === undefined) {
    reply.removeHeader('x-request-id');
  }
  if (isHeld) return reply.code(304).send();
  return reply.send(typeof form.body === 'string' ? Buffer.from(form.body, 'latin1') : form.body);
}

function giveOnce(reply: FastifyReply, { body, headers, status = 200 }: HTTPGraphQLResponse): FastifyReply {
  return reply.headers(Object.fromEntries(headers)).header('vary', VARY).code(status).send(textOf(body));
}

function textOf(body: HTTPGraphQLResponse['body']): string {
  if (body.kind !== 'complete') throw new Error('Answers in several parts are not offered');
  return body.string;
}
