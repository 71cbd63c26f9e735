import type { IncomingMessage, ServerResponse } from 'node:http';
import { hasClearHeaders } from '../request/refuse-request.ts';
import { givenRequestIdOf } from '../request/request-id.ts';
import { type Answer, type CacheState, type Form, holds } from './answer.ts';
import type { AnswerQuestion } from './answer-question.ts';
import { type Ask, encodingOf, isBehind, readAsk } from './ask.ts';
import type { KeptMeans } from './kept-means.ts';

/** Answers a request, or passes it on to whoever answers all others. */
export type Front = (request: IncomingMessage, response: ServerResponse, pass: () => void) => void;

/** How the front is set up. */
export type FrontOptions = {
  /** Answers a question of a kind that has passed all checks before; null when it cannot. */
  readonly answerQuestion: AnswerQuestion;
  /** Who is told each answer, with the milliseconds that it took; null while nobody wants to know. */
  readonly listener: () => ((request: IncomingMessage, status: number, ms: number) => void) | null;
  readonly isClosing: () => boolean;
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
  return (request, response, pass) => {
    const ask = readAsk(request);
    const version = watch.current();
    if (ask === null || version === null || isClosing()) return pass();
    const onAnswer = listener();
    const startedAt = onAnswer === null ? 0 : performance.now();
    const send = (answer: Answer, state: CacheState) => {
      const give = (form: Form) => {
        const status = write(request, response, answer, form, state);
        onAnswer?.(request, status, performance.now() - startedAt);
      };
      const form = answer.form(encodingOf(request.headers));
      if (form instanceof Promise) form.then(give, pass);
      else give(form);
    };
    const serve = (key: string, body: string, drain: () => void) => {
      const isOpen = !isBehind(request.headers, version) && hasClearHeaders(request);
      const answer = isOpen ? cache.get(key, version) : undefined;
      if (answer !== undefined) {
        drain();
        return send(answer, 'HIT');
      }
      const passOn = () => {
        asked.set(request, { key, shape: ask.shape });
        pass();
      };
      const made = isOpen ? answerQuestion(ask, request, { key, body, version }) : null;
      if (made === null) return passOn();
      made.then((fresh) => {
        if (fresh === null) return passOn();
        drain();
        send(fresh, 'MISS');
      }, passOn);
    };
    if (ask.bodyBytes === 0) serve(ask.key, '', () => undefined);
    else peek(request, ask, serve, pass);
  };
}

/** Shows a body that has come in one piece. It stays where it is, for whoever parses it, until it is drained. */
function peek(
  request: IncomingMessage,
  { key, bodyBytes }: Ask,
  serve: (key: string, body: string, drain: () => void) => void,
  pass: () => void,
): void {
  const look = () => {
    const chunk = request.read() as Buffer | null;
    if (chunk === null) return pass();
    request.unshift(chunk);
    if (chunk.length !== bodyBytes) return pass();
    const body = chunk.toString();
    serve(`${key}\n${body}`, body, () => void request.resume());
  };
  if (request.readableLength > 0) look();
  else request.once('readable', look);
}

function write(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  form: Form,
  state: CacheState,
): 200 | 304 {
  const id = givenRequestIdOf(request);
  // One that we made up would be of this giving alone, and caches on the way would tell it to everybody.
  const isHeld = holds(request.headers['if-none-match'], answer);
  const status = isHeld ? 304 : 200;
  const headers = (isHeld ? form.headersOf304 : form.headers)[state];
  response.writeHead(status, id === undefined ? headers : [...headers, 'x-request-id', id]);
  if (isHeld) response.end();
  else response.end(form.body, 'latin1');
  return status;
}
