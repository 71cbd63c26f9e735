import type { FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';

const OFFERED = ['application/graphql-response+json', 'application/json', 'text/html'];

const ANSWERS = ['application/json', 'application/graphql-response+json'];

/** The type that an answer has which was made before: as Apollo would choose it. */
export function answerTypeOf({ headers }: Pick<FastifyRequest, 'headers'>): string {
  const chosen = headers.accept === undefined ? undefined : new Negotiator({ headers }).mediaType(ANSWERS);
  return `${chosen ?? 'application/json'}; charset=utf-8`;
}

/** Whether a request would rather have a page than data: browsers say so, programs do not. */
export function prefersHtml({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  if (!headers.accept?.includes('text/html')) return false;
  return new Negotiator({ headers }).mediaType(OFFERED) === 'text/html';
}
