import { createHash } from 'node:crypto';
import type { HTTPGraphQLRequest, HTTPGraphQLResponse } from '@apollo/server';
import {
  type AnswerPath,
  ApiError,
  answerOnce,
  type Restricted,
  type Seen,
  type Viewer,
} from '@reintegration/schema';
import type { FastifyRequest } from 'fastify';
import type { ExecutedRequest } from '../cache/give-answer.ts';
import { HeaderMap } from '../execution/apollo.ts';
import { answerTypeOf } from '../request/accept.ts';
import { errorAnswer } from '../request/error-answer.ts';

/** A request that has a name of its own, so that it may be sent again. */
export type NamedRequest = {
  readonly request: FastifyRequest;
  readonly viewer: Exclude<Viewer, { role: 'PUBLIC' }>;
  readonly key: string;
  readonly body: HTTPGraphQLRequest['body'];
};

/** The same for the same question, however its members are ordered. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return members.map(([name, member]) => [name, canonical(member)]);
}

/** An answer that reads nothing of what is published. */
const NOTHING_SEEN: Seen = { version: null, isSure: true, usesEdition: false, edition: null };

function digestOf(body: HTTPGraphQLRequest['body']): string {
  const { query, variables, operationName } = (body ?? {}) as Readonly<Record<string, unknown>>;
  const asked = canonical([query, variables ?? {}, operationName ?? null]);
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex');
}

/**
 * Executes a request that writes once: sent again under the same key, it gets the answer that it had. Whatever had no
 * effect, such as a query or a failure, is not kept.
 */
export async function writeOnce(
  restricted: Restricted,
  { request, viewer, key, body }: NamedRequest,
  execute: (within: Restricted) => Promise<ExecutedRequest & { readonly toldOnce: readonly AnswerPath[] }>,
): Promise<ExecutedRequest> {
  try {
    const outcome = await answerOnce(restricted, { viewer, key, digest: digestOf(body) }, async (within) => {
      const executed = await execute(within);
      const isDone = executed.extent === 'written';
      return {
        answer: executed,
        kept: isDone ? withoutSecrets(textOf(executed.response), executed.toldOnce) : null,
      };
    });
    if ('again' in outcome) return replay(request, outcome.again);
    const { response, extent } = outcome.made;
    return extent === 'effect' ? { ...outcome.made, response: withoutData(response) } : outcome.made;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const text = JSON.stringify(errorAnswer('CONFLICT', error.message));
    return { response: respond(request, 409, text), extent: 'none', seen: NOTHING_SEEN };
  }
}

function textOf({ body }: HTTPGraphQLResponse): string {
  if (body.kind !== 'complete') throw new Error('Answers in several parts are not offered');
  return body.string;
}

/** The answer as it is kept: with null in place of each secret. */
function withoutSecrets(text: string, paths: readonly AnswerPath[]): string {
  if (paths.length === 0) return text;
  const answer = JSON.parse(text) as { data: unknown };
  for (const path of paths) {
    const [last = '', ...rest] = [...path].reverse();
    const holder = rest.reduceRight<unknown>((value, name) => (value as Members)[name], answer.data);
    (holder as Members)[last] = null;
  }
  return JSON.stringify(answer);
}

type Members = Record<string | number, unknown>;

function respond(request: FastifyRequest, status: number, text: string): HTTPGraphQLResponse {
  const headers = new HeaderMap([['content-type', answerTypeOf(request)]]);
  return { status, headers, body: { kind: 'complete', string: text } };
}

function replay(request: FastifyRequest, text: string): ExecutedRequest {
  const response = respond(request, 200, text);
  response.headers.set('idempotency-replayed', 'true');
  return { response, extent: 'none', seen: NOTHING_SEEN };
}

/** What failed in part was undone whole: the part that was told is no longer so. */
function withoutData(response: HTTPGraphQLResponse): HTTPGraphQLResponse {
  const { errors } = JSON.parse(textOf(response)) as { readonly errors?: unknown };
  if (errors === undefined) return response;
  const text = JSON.stringify({ errors, data: null });
  response.headers.delete('content-length');
  return { ...response, body: { kind: 'complete', string: text } };
}
