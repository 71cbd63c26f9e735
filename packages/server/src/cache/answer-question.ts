import type { IncomingMessage } from 'node:http';
import { createContext } from '@reintegration/schema';
import { type KnownDocuments, resolveDocument } from '../documents/resolve-document.ts';
import { editionHeaders } from '../execution/answer-headers-plugin.ts';
import type { CompiledOperation, CompiledOperations } from '../execution/compiled-operations.ts';
import { checkLimits } from '../limits/check-limits.ts';
import type { Limits } from '../limits/limits.ts';
import { type Answer, createAnswer } from './answer.ts';
import type { Ask } from './ask.ts';
import type { KeptMeans } from './kept-means.ts';
import { type Execute, type Executed, executeNow } from './make-answer.ts';

/** What questions are answered with. */
export type QuestionMeans = {
  readonly kept: KeptMeans;
  readonly compiled: CompiledOperations;
  readonly documents: KnownDocuments;
  readonly limits: Limits;
};

type Variables = Readonly<Record<string, unknown>>;
type Question = { readonly operation: CompiledOperation; readonly variables: Variables };
type Place = { readonly key: string; readonly body: string; readonly version: number };

/** Answers a question; null, at once or later, when it is for others to answer. */
export type AnswerQuestion = (
  ask: Ask,
  request: IncomingMessage,
  place: Place,
) => Promise<Answer | null> | null;

/**
 * Answers questions whose query is compiled, and whose kind of request was answered before: nothing is left to check
 * but the variables. Whatever is not as it should be is left to those who say what is wrong.
 */
export function createAnswerQuestion(means: QuestionMeans): AnswerQuestion {
  const { cache, watch, readers, shapes } = means.kept;
  return (ask, request, { key, body, version }) => {
    const headers = shapes.headersOf(ask.shape);
    const question = headers && readQuestion(request, body, ask.asksLeave, means);
    if (!question) return null;
    const { operation, variables } = question;
    const execute: Execute<Executed & { readonly make: Make }> = async (newest, reader) => {
      const context = createContext({ reader, locale: ask.locale, newest });
      const data = await operation.execute(context, variables);
      const make: Make = (now) =>
        createAnswer(
          { version: now, text: `${JSON.stringify({ data })}\n`, isNamed: request.method === 'GET' },
          { ...headers, ...editionHeaders(context.seen.edition) },
        );
      return { extent: data === null ? 'none' : 'whole', seen: context.seen, make };
    };
    return cache.join(`compiled ${key}`, version, async () => {
      const { executed, now } = await executeNow({ watch, readers }, execute, true);
      if (executed.extent !== 'whole' || now === null) return null;
      const answer = executed.make(now);
      if (now === version) cache.keep(key, answer);
      return answer;
    });
  };
}

type Make = (version: number) => Answer;

/** Words that no question of ours has, plain or with letters escaped: whoever sends them is looked at more closely. */
const SUSPICIOUS = /"(?:__proto__|constructor)"|\\u00[4-7]/i;

/** The compiled query that a request asks for, with variables that fit it; null when there is none. */
function readQuestion(
  { method = '', url = '' }: IncomingMessage,
  body: string,
  asksLeave: boolean,
  { compiled, documents, limits }: QuestionMeans,
): Question | null {
  try {
    if (SUSPICIOUS.test(body) || SUSPICIOUS.test(url)) return null;
    const search = url.slice('/graphql'.length);
    const isPost = method === 'POST';
    if (isPost && search !== '') return null;
    const { request, isKnown } = resolveDocument(
      { method, search, body: isPost ? JSON.parse(body) : undefined },
      documents,
    );
    // Without a browser's leave, a GET may ask for no document that a website made up.
    if (!isPost && !asksLeave && !isKnown) return null;
    const { query, operationName, variables } = isPost ? partsOf(request.body) : searched(request.search);
    if (query === null || variables === null) return null;
    const operation = compiled.find(query, operationName, variables);
    if (operation === undefined) return null;
    checkLimits(operation, variables, limits);
    return { operation, variables };
  } catch {
    // Others say what is wrong.
    return null;
  }
}

type Parts = {
  readonly query: string | null;
  readonly operationName: string | null;
  readonly variables: Variables | null;
};

const NONE: Parts = { query: null, operationName: null, variables: null };

/** The parts of a question; none of them when any is not what it should be. */
function partsOf(body: unknown): Parts {
  const { query, operationName = null, variables = {}, extensions = {} } = body as Variables;
  // An empty name is none that any operation has: others say so.
  const isNamed = operationName === null || (typeof operationName === 'string' && operationName !== '');
  if (typeof query !== 'string' || !isNamed || !isObject(variables ?? {}) || !isObject(extensions ?? {})) {
    return NONE;
  }
  return { query, operationName, variables: (variables as Variables | null) ?? {} };
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function searched(search: string): Parts {
  const { variables, extensions, ...rest } = Object.fromEntries(new URLSearchParams(search));
  return partsOf({
    ...rest,
    ...(variables && { variables: JSON.parse(variables) as unknown }),
    ...(extensions && { extensions: JSON.parse(extensions) as unknown }),
  });
}
