import type { FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';

const OFFERED = ['application/graphql-response+json', 'application/json', 'text/html'];

/** Whether a request would rather have a page than data: browsers say so, programs do not. */
export function prefersHtml({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  if (!headers.accept?.includes('text/html')) return false;
  return new Negotiator({ headers }).mediaType(OFFERED) === 'text/html';
}
