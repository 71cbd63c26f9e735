import { createHash } from 'node:crypto';
import type { HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import fresh from 'fresh';

/**
 * Sends an answer. One that may be kept is named by its bytes (RFC 9110, 8.8.3), and not sent again to whoever has
 * it.
 */
export function sendAnswer(request: FastifyRequest, reply: FastifyReply, answer: HTTPGraphQLResponse) {
  const { body, headers, status = 200 } = answer;
  if (body.kind !== 'complete') throw new Error('Answers in several parts are not offered');
  reply.headers(Object.fromEntries(headers)).header('vary', 'Accept, Accept-Language');
  if (headers.get('cache-control') !== 'no-cache') return reply.code(status).send(body.string);
  const etag = `"${createHash('sha256').update(body.string).digest('base64url')}"`;
  reply.header('etag', etag);
  // Without "Cache-Control": fetch adds "no-cache" to every "If-None-Match", which is meant for caches on the way.
  if (!fresh({ 'if-none-match': request.headers['if-none-match'] }, { etag }))
    return reply.code(status).send(body.string);
  return reply.removeHeader('content-length').removeHeader('content-type').code(304).send();
}
