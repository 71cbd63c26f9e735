import cors from '@fastify/cors';
import type { ErrorCode } from '@reintegration/schema';
import { ERROR_CODES } from '@reintegration/schema';
import {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  fastify,
  LogController,
} from 'fastify';
import type { Logger } from 'pino';
import type { Limits } from '../limits/limits.ts';
import { requestIdOf } from './request-id.ts';

/** Milliseconds in which a request has to arrive whole. */
const REQUEST_TIMEOUT_MS = 30_000;
/** Longer than that of the usual proxies in front, so that none of them uses a connection that we just closed. */
const KEEP_ALIVE_TIMEOUT_MS = 72_000;

function answer(code: ErrorCode, message: string) {
  return { errors: [{ message, extensions: { code } }] };
}

/** Creates the HTTP layer: what holds for every request, whatever it asks for. */
export function createApp(logger: Logger, limits: Limits): FastifyInstance {
  const app = fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestIdOf,
    bodyLimit: limits.maxBodyBytes,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  });

  app.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'x-request-id': request.id,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'cross-origin',
    });
  });
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  // The address without its query: variables may stand there.
  app.addHook('onResponse', async (request, reply) => {
    const { method, url } = request;
    const line = {
      method,
      path: url.split('?', 1)[0],
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    request.log.info(line, 'request');
  });

  // Public reading is open to every website; no cookie is ever looked at.
  app.register(cors, {
    origin: '*',
    methods: ['GET', 'POST'],
    exposedHeaders: ['x-request-id', 'retry-after'],
    maxAge: 86_400,
  });

  app.setNotFoundHandler(async (request, reply) => {
    const message = `There is nothing at ${request.method} ${request.url.split('?', 1)[0]?.slice(0, 100)}. The GraphQL endpoint is /graphql, by GET or POST.`;
    return reply.code(404).send(answer('BAD_REQUEST', message));
  });
  app.setErrorHandler<FastifyError>(async (error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send(answer('BAD_REQUEST', error.message));
    request.log.error({ err: error }, 'request failed');
    return reply.code(status).send(answer('INTERNAL_SERVER_ERROR', ERROR_CODES.INTERNAL_SERVER_ERROR));
  });
  return app;
}
