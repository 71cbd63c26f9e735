import type { IncomingMessage, ServerResponse } from 'node:http';
import { hasClearHost } from '../request/refuse-request.ts';
import { givenRequestIdOf } from '../request/request-id.ts';
import { type Answer, type CacheState, type Form, holds } from './answer.ts';
import type { AnswerQuestion } from './answer-question.ts';
import { type Ask, encodingOf, isBehind, readAsk } from './ask.ts';
import type { KeptMeans } from './kept-means.ts';

/** Answers a request, or passes it on to whoever answers all others. */
export type Front = (request: IncomingMessage, response: ServerResponse, pass: () => void) => void;

/** Told an answer, with the milliseconds that it took. */
type OnAnswer = (request: IncomingMessage, status: number, ms: number) => void;

/** How the front is set up. */
export type FrontOptions = {
  /** Answers a question of a kind that has passed all checks before; null when it cannot. */
  readonly answerQuestion: AnswerQuestion;
  /** Who is told each answer; null while nobody wants to know. */
  readonly listener: () => OnAnswer | null;
  readonly isClosing: () => boolean;
};

/** A request that is looked at. */
type Asking = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly pass: () => void;
  readonly ask: Ask;
  readonly version: number;
  readonly onAnswer: OnAnswer | null;
  readonly startedAt: number;
};

/**
 * Answers in front of everything else: with what is kept, or by a query that is compiled already. Only answers to
 * requests that have passed all checks are kept, and only such queries compiled; the key holds whatever the checks
 * look at. The host alone is looked at again.
 */
export function createFront(
  { cache, watch, asked }: Pick<KeptMeans, 'cache' | 'watch' | 'asked'>,
  { answerQuestion, listener, isClosing }: FrontOptions,
): Front {
  const send = (asking: Asking, answer: Answer, state: CacheState) => {
    // A body has stayed where it was, for whoever might have parsed it.
    if (asking.ask.bodyBytes > 0) asking.request.resume();
    const form = answer.form(encodingOf(asking.request.headers));
    if (form instanceof Promise) form.then((packed) => give(asking, answer, packed, state), asking.pass);
    else give(asking, answer, form, state);
  };
  const answerAnew = (asking: Asking, key: string, body: string) => {
    const { request, pass, ask, version } = asking;
    const passOn = () => {
      asked.set(request, { key, shape: ask.shape });
      pass();
    };
    const made = answerQuestion(ask, request, { key, body, version });
    if (made === null) return passOn();
    made.then((fresh) => {
      if (fresh === null) passOn();
      else send(asking, fresh, 'MISS');
    }, passOn);
  };
  const serve = (asking: Asking, key: string, body: string) => {
    const { request, version } = asking;
    if (isBehind(request.headers, version) || !hasClearHost(request)) {
      asked.set(request, { key, shape: asking.ask.shape });
      return asking.pass();
    }
    const answer = cache.get(key, version);
    if (answer !== undefined) send(asking, answer, 'HIT');
    else answerAnew(asking, key, body);
  };
  return (request, response, pass) => {
    const ask = readAsk(request);
    const version = watch.current();
    if (ask === null || version === null || isClosing()) return pass();
    const onAnswer = listener();
    const startedAt = onAnswer === null ? 0 : performance.now();
    const asking = { request, response, pass, ask, version, onAnswer, startedAt };
    if (ask.bodyBytes === 0) serve(asking, ask.key, '');
    else peek(asking, serve);
  };
}

/** Shows a body that has come in one piece. */
function peek(asking: Asking, serve: (asking: Asking, key: string, body: string) => void): void {
  const { request, pass, ask } = asking;
  const look = () => {
    const chunk = request.read() as Buffer | null;
    if (chunk === null) return pass();
    request.unshift(chunk);
    if (chunk.length !== ask.bodyBytes) return pass();
    const body = chunk.toString();
    serve(asking, `${ask.key}\n${body}`, body);
  };
  if (request.readableLength > 0) look();
  else request.once('readable', look);
}

function give(
  { request, response, onAnswer, startedAt }: Asking,
  answer: Answer,
  form: Form,
  state: CacheState,
): void {
  const id = givenRequestIdOf(request);
  // One that we made up would be of this giving alone, and caches on the way would tell it to everybody.
  const isHeld = holds(request.headers['if-none-match'], answer);
  const headers = (isHeld ? form.headersOf304 : form.headers)[state];
  response.writeHead(isHeld ? 304 : 200, id === undefined ? headers : [...headers, 'x-request-id', id]);
  if (isHeld) response.end();
  else response.end(form.body, 'latin1');
  onAnswer?.(request, isHeld ? 304 : 200, performance.now() - startedAt);
}
