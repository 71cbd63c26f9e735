import type { IncomingMessage } from 'node:http';
import { ERROR_CODES, type Viewer } from '@reintegration/schema';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { errorAnswer } from '../request/error-answer.ts';
import { FAILURE_STATUS, RETRY_AFTER } from '../request/failure.ts';
import type { Authenticate } from './authenticate.ts';
import { readCredential } from './credential.ts';

const viewers = new WeakMap<IncomingMessage, Viewer>();

/**
 * Who sends a request, once it was asked.
 *
 * @throws Error when it was not: nobody is taken for the public by mistake
 */
export function viewerOf({ raw }: Pick<FastifyRequest, 'raw'>): Viewer {
  const viewer = viewers.get(raw);
  if (viewer === undefined) throw new Error('A request was answered before it was known who sends it.');
  return viewer;
}

/**
 * Finds out who sends a request, before its body is read. Whoever signs it wrongly is told so, always in the same
 * words, and is never taken for the public.
 */
export function requireViewer(authenticate: Authenticate) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const { raw, ip } = request;
    try {
      const viewer = await authenticate(readCredential(raw), ip);
      if (viewer === null) return refuse(reply);
      viewers.set(raw, viewer);
      return undefined;
    } catch (error) {
      request.log.warn({ reason: (error as Error).message }, 'it cannot be told who asks');
      reply.code(FAILURE_STATUS.UNAVAILABLE).header('retry-after', RETRY_AFTER);
      return reply.send(errorAnswer('UNAVAILABLE', ERROR_CODES.UNAVAILABLE));
    }
  };
}

function refuse(reply: FastifyReply): FastifyReply {
  return reply
    .code(401)
    .header('www-authenticate', 'Bearer')
    .send(errorAnswer('UNAUTHENTICATED', ERROR_CODES.UNAUTHENTICATED));
}
