import type { IncomingMessage, ServerResponse } from 'node:http';
import cors from '@fastify/cors';
import { ERROR_CODES } from '@reintegration/schema';
import {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
  LogController,
} from 'fastify';
import type { Logger } from 'pino';
import type { Front } from '../cache/front.ts';
import type { Limits } from '../limits/limits.ts';
import { errorAnswer } from '../request/error-answer.ts';
import { FAILURE_STATUS, failureCodeOf, RETRY_AFTER } from '../request/failure.ts';
import { requireClearHeaders } from '../request/refuse-request.ts';
import { requestIdOf } from '../request/request-id.ts';
import { answerClientError } from './client-error.ts';
import type { Connections } from './connections.ts';
import { createHold } from './hold-until-quiet.ts';
import { createLateCompilers, requireHeaderNames } from './late-compilers.ts';
import { createServer } from './node-http.ts';

/** Milliseconds in which a request has to arrive whole. */
const REQUEST_TIMEOUT_MS = 30_000;
/** Milliseconds in which its headers have to. */
const HEADERS_TIMEOUT_MS = 10_000;
/** Milliseconds between two looks for requests that are late. */
const LATE_CHECK_MS = 2_000;
const TOO_LARGE = 'FST_ERR_CTP_BODY_TOO_LARGE';

/** What the HTTP layer is made of. */
export type AppParts = {
  readonly logger: Logger;
  readonly limits: Limits;
  /** Answers in front of everything else what it can. */
  readonly front: Front;
  readonly connections: Connections;
};

/** Creates the HTTP layer: what holds for every request, whatever it asks for. */
export function createApp({ logger, limits, front, connections }: AppParts): FastifyInstance {
  const app = fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestIdOf,
    bodyLimit: limits.maxBodyBytes,
    requestTimeout: REQUEST_TIMEOUT_MS,
    serverFactory: (handle) => {
      const hold = createHold();
      const answer = (request: IncomingMessage, response: ServerResponse) =>
        front(request, response, () => handle(request, response));
      const server = createServer(
        {
          requestTimeout: REQUEST_TIMEOUT_MS,
          headersTimeout: HEADERS_TIMEOUT_MS,
          connectionsCheckingInterval: LATE_CHECK_MS,
          // Connections that rest are closed by those that look after them.
          keepAliveTimeout: 0,
          // A request without a body has ended when it has come.
          optimizeEmptyRequests: true,
        },
        (request, response) => {
          connections.use(request.socket, response);
          hold.take(request, response, answer);
        },
      );
      connections.watch(server);
      hold.watch(server);
      return server;
    },
    schemaController: { compilersFactory: createLateCompilers() },
    forceCloseConnections: 'idle',
    // What still comes over an open connection is answered, and the connection closed by it.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: answerClientError,
    frameworkErrors: (_error, request, reply) => refuseAddress(request, reply as FastifyReply),
  });

  requireHeaderNames(app);
  app.addHook('onRequest', async (request, reply) => setHeaders(request, reply));
  app.addHook('preParsing', async (request) => requireClearHeaders(request.raw));
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  app.addHook('onResponse', async (request, reply) => logRequest(request, reply));

  // Public reading is open to every website; no cookie is ever looked at.
  app.register(cors, {
    origin: '*',
    methods: ['GET', 'POST'],
    // All of them: no request has credentials that a browser adds.
    exposedHeaders: '*',
    maxAge: 86_400,
  });

  app.setNotFoundHandler(async ({ method, url }, reply) => {
    const path = pathOf(url);
    const hint = 'The GraphQL endpoint is /graphql, by GET or POST.';
    if (path === '/graphql') reply.code(405).header('allow', 'GET, POST');
    else reply.code(404);
    return reply.send(
      errorAnswer('BAD_REQUEST', `There is nothing at ${method} ${path.slice(0, 100)}. ${hint}`),
    );
  });
  app.setErrorHandler<FastifyError>(async (error, request, reply) => {
    // Whoever asked for a file has left: nobody is there to be answered.
    if (error.code === 'ERR_STREAM_PREMATURE_CLOSE') return void request.raw.destroy();
    if (error.code === TOO_LARGE) dropRest(request, reply);
    const { statusCode = 500 } = error;
    if (statusCode < 500) {
      return reply
        .code(statusCode)
        .send(errorAnswer('BAD_REQUEST', messageOf(error, mostBytes(request, limits))));
    }
    request.log.error({ err: error }, 'request failed');
    const code = failureCodeOf(error);
    if (code === 'UNAVAILABLE') reply.header('retry-after', RETRY_AFTER);
    return reply.code(FAILURE_STATUS[code]).send(errorAnswer(code, ERROR_CODES[code]));
  });
  return app;
}

/**
 * Reads what still comes of a request, and drops it. Who is cut off while sending may never read why. How long that may
 * go on is bounded by the time in which a request has to arrive.
 */
function dropRest({ raw }: FastifyRequest, reply: FastifyReply): void {
  raw.unpipe();
  raw.resume();
  reply.removeHeader('connection');
}

/** What browsers are told of whatever they may show or embed. */
const PAGE_HEADERS = { 'referrer-policy': 'no-referrer', 'cross-origin-resource-policy': 'cross-origin' };

/** Answers a request of which not even the address can be read, before any hook. */
function refuseAddress(request: FastifyRequest, reply: FastifyReply): void {
  setHeaders(request, reply);
  logRequest(request, reply.code(400));
  reply.send(errorAnswer('BAD_REQUEST', 'The address cannot be read. Expected percent-encoded UTF-8.'));
}

function setHeaders(request: FastifyRequest, reply: FastifyReply): void {
  reply.headers({ 'x-request-id': request.id, 'x-content-type-options': 'nosniff' });
  // They mean nothing to who reads an answer as data, and each costs its reader time.
  if (pathOf(request.url) !== '/graphql') reply.headers(PAGE_HEADERS);
}

function logRequest({ method, url, log }: FastifyRequest, { statusCode, elapsedTime }: FastifyReply): void {
  log.info(requestLine({ method, url }, statusCode, elapsedTime), 'request');
}

/** What is logged of a request. */
export function requestLine(
  { method, url = '' }: { readonly method?: string | undefined; readonly url?: string | undefined },
  status: number,
  ms: number,
) {
  return { method, path: pathOf(url), status, ms: Math.round(ms) };
}

/** The address without its query: variables may stand there. */
function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '';
}

/** The most bytes that the body of a request may have. */
function mostBytes({ headers }: FastifyRequest, { maxBodyBytes, maxSignedBodyBytes }: Limits): number {
  return headers.authorization === undefined ? maxBodyBytes : maxSignedBodyBytes;
}

function messageOf({ code, message }: FastifyError, most: number): string {
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return 'The body has another type than JSON. Expected the header "Content-Type: application/json".';
  }
  if (code !== TOO_LARGE) return message;
  return `The body is larger than ${most} bytes. Ask for less, or in several operations.`;
}
