import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requireClearHeaders } from '../request/refuse-request.ts';
import type { Answer, Form } from './answer.ts';
import type { AnswerCache } from './answer-cache.ts';
import { encodingOf, readAsk } from './ask.ts';
import type { VersionWatch } from './version-watch.ts';

/** What requests ask that nothing was kept for, by the request. */
export type Asked = WeakMap<IncomingMessage, string>;

/** What serves answers that were given before. */
export type KeptMeans = {
  readonly cache: AnswerCache;
  readonly watch: Pick<VersionWatch, 'current' | 'read'>;
  readonly asked: Asked;
};

/**
 * Serves kept answers before anything else happens to a request. Only answers to requests that have passed all
 * checks are kept, and the key holds whatever the checks look at; the host alone is looked at again.
 */
export function addKeptAnswers(app: FastifyInstance, { cache, watch, asked }: KeptMeans): void {
  app.addHook('onRequest', (request, reply, done) => {
    const ask = readAsk(request);
    const version = watch.current();
    if (ask === null || version === null) return done();
    const serve = (key: string): boolean => {
      const answer = cache.get(key, version);
      if (answer !== undefined && !isBehind(request, version) && hasClearHeaders(request)) {
        sendKept(request, reply, answer, done);
        return true;
      }
      asked.set(request.raw, key);
      return false;
    };
    if (ask.bodyBytes > 0) peek(request.raw, ask.bodyBytes, (body) => serve(`${ask.key}\n${body}`), done);
    else if (!serve(ask.key)) done();
  });
}

/**
 * Whether a caller has seen a newer version than we know of, from another replica: its `ETag` tells. The answer is
 * then made anew.
 */
export function isBehind({ headers }: Pick<FastifyRequest, 'headers'>, version: number): boolean {
  const tags = headers['if-none-match']?.matchAll(/\.(\d+)(?:\.\w+)?"/g) ?? [];
  return Array.from(tags).some(([, seen]) => Number(seen) > version);
}

/** Shows a body that has come in one piece to `take`; puts it back for whoever parses it, when that is not enough. */
function peek(raw: IncomingMessage, bytes: number, take: (body: string) => boolean, pass: () => void): void {
  const look = () => {
    const chunk = raw.read() as Buffer | null;
    if (chunk?.length === bytes && take(chunk.toString())) return void raw.resume();
    if (chunk !== null) raw.unshift(chunk);
    pass();
  };
  if (raw.readableLength > 0) look();
  else raw.once('readable', look);
}

/** Those that are not clear are refused further on, with all that belongs to a refusal. */
function hasClearHeaders({ raw }: FastifyRequest): boolean {
  try {
    requireClearHeaders(raw);
    return true;
  } catch {
    return false;
  }
}

function sendKept(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
  fail: (error: Error) => void,
) {
  const form = answer.form(encodingOf(request.headers));
  const send = (ready: Form) => {
    reply.hijack();
    write(request, reply.raw, answer, ready);
  };
  if (form instanceof Promise) form.then(send, fail);
  else send(form);
}

function write({ headers, id }: FastifyRequest, raw: ServerResponse, answer: Answer, form: Form): void {
  const own = ['x-request-id', id, 'x-cache', 'HIT'];
  if (holds(headers['if-none-match'], answer)) {
    raw.writeHead(304, [...form.headersOf304, ...own]);
    raw.end();
  } else {
    raw.writeHead(200, [...form.headers, ...own]);
    raw.end(form.bytes);
  }
}

/** Whether an `If-None-Match` names these bytes, packed or not, from whichever version. */
export function holds(
  known: string | undefined,
  { hash, isNamed }: Pick<Answer, 'hash' | 'isNamed'>,
): boolean {
  return known !== undefined && isNamed && (known.trim() === '*' || known.includes(`"${hash}.`));
}
