import {
  type Context,
  createContext,
  type Edition,
  type Reader,
  type Restricted,
} from '@reintegration/schema';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Authenticate } from '../auth/authenticate.ts';
import { requireViewer, viewerOf } from '../auth/require-viewer.ts';
import { type ExecutedRequest, giveAnswer } from '../cache/give-answer.ts';
import type { KeptMeans } from '../cache/kept-means.ts';
import type { Execute } from '../cache/make-answer.ts';
import { type KnownDocuments, RefusedDocument, resolveDocument } from '../documents/resolve-document.ts';
import { extentOf, toldOnceTo } from '../execution/answer-headers-plugin.ts';
import { type ApolloServer, HeaderMap } from '../execution/apollo.ts';
import { hasFewComments } from '../limits/count-comments.ts';
import type { Limits } from '../limits/limits.ts';
import { bodyOfSearch, giveStream, type StreamMeans, wantsStream } from '../live/give-stream.ts';
import { prefersHtml } from '../request/accept.ts';
import { errorAnswer } from '../request/error-answer.ts';
import { idempotencyKeyOf } from '../request/idempotency-key.ts';
import { localeOfRequest } from '../request/request-locale.ts';
import { boundBody } from './bound-body.ts';
import { writeOnce } from './write-once.ts';

/** What the GraphQL endpoint answers with. */
export type GraphqlRouteOptions = {
  readonly apollo: ApolloServer<Context>;
  readonly reader: Reader;
  readonly restricted: Restricted;
  readonly authenticate: Authenticate;
  readonly limits: Limits;
  readonly documents: KnownDocuments;
  readonly kept: KeptMeans;
  readonly streams: Pick<StreamMeans, 'hub' | 'watch'>;
  /** Answers a browser that opens the endpoint. */
  readonly sendExplorer: (reply: FastifyReply) => unknown;
};

function headersOf({ headers, id }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  // It is known by now who asks. What proved it goes no further.
  map.delete('authorization');
  // Failures are logged under the id that the caller is told, whoever made it.
  map.set('x-request-id', id);
  return map;
}

function searchOf({ url }: FastifyRequest): string {
  const start = url.indexOf('?');
  return start === -1 ? '' : url.slice(start);
}

function resolveOrRefuse(...asked: Parameters<typeof resolveDocument>) {
  try {
    return resolveDocument(...asked);
  } catch (error) {
    if (error instanceof RefusedDocument) return error;
    throw error;
  }
}

/** Whether any website could send it without asking the browser first. */
function isSimple({ method, headers }: FastifyRequest): boolean {
  return method === 'GET' && headers['apollo-require-preflight'] === undefined;
}

/** Whether a request may be for anything but a query: no document changes anything without the word. */
function mayChange(method: string, body: unknown): boolean {
  const { query } = (body ?? {}) as { readonly query?: unknown };
  return method !== 'GET' && (typeof query !== 'string' || query.includes('mutation'));
}

const NEEDS_PREFLIGHT = errorAnswer(
  'BAD_REQUEST',
  'A stream by GET needs the header "apollo-require-preflight", or a document that is known by its hash.',
);

const tooManyComments = ({ maxTokens }: Limits) =>
  `The document has too many comments. Expected at most ${maxTokens} "#". Leave some out.`;

/** Adds `/graphql`: GET and POST as GraphQL over HTTP has them, and the explorer for a browser. */
export function addGraphqlRoute(
  app: FastifyInstance,
  {
    apollo,
    reader,
    restricted,
    authenticate,
    limits,
    documents,
    kept,
    streams,
    sendExplorer,
  }: GraphqlRouteOptions,
): void {
  app.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    bodyLimit: limits.maxSignedBodyBytes,
    preParsing: [requireViewer(authenticate), boundBody(limits)],
    handler: async (request, reply) => {
      if (request.method === 'GET' && !documents.only && prefersHtml(request)) return sendExplorer(reply);
      const asked = { method: request.method, search: searchOf(request), body: request.body };
      const resolved = resolveOrRefuse(asked, documents);
      if (resolved instanceof RefusedDocument) {
        return reply.code(resolved.status).send(errorAnswer(resolved.code, resolved.message));
      }
      if (!hasFewComments(resolved.request.body, limits)) {
        return reply.code(400).send(errorAnswer('QUERY_TOO_COMPLEX', tooManyComments(limits)));
      }
      if (wantsStream(request)) {
        if (!resolved.isKnown && isSimple(request)) return reply.code(400).send(NEEDS_PREFLIGHT);
        const { search, body } = resolved.request;
        return giveStream(request, reply, request.method === 'GET' ? bodyOfSearch(search) : body, {
          apollo,
          reader,
          ...streams,
        });
      }
      const headers = headersOf(request);
      // Whoever asks for a document that we know can make us do nothing that its author did not mean.
      if (resolved.isKnown) headers.set('apollo-require-preflight', 'known');
      const viewer = viewerOf(request);
      const idempotencyKey = request.method === 'POST' ? idempotencyKeyOf(request) : null;
      const execute = async (tables: Restricted, newest: Edition | null, through: Reader) => {
        const locale = localeOfRequest(request);
        const context = createContext({
          reader: through,
          restricted: tables,
          viewer,
          idempotencyKey,
          locale,
          newest,
        });
        const httpGraphQLRequest = { ...asked, ...resolved.request, headers };
        const response = await apollo.executeHTTPGraphQLRequest({
          httpGraphQLRequest,
          context: async () => context,
        });
        return { response, extent: extentOf(headers), toldOnce: toldOnceTo(headers), seen: context.seen };
      };
      const answer: Execute<ExecutedRequest> = async (newest, through) => {
        if (viewer.role === 'PUBLIC') return execute(restricted, newest, through);
        // What is written is read as it stands then, not as of an edition that was known before.
        if (idempotencyKey === null) return execute(restricted, null, through);
        const named = { request, viewer, key: idempotencyKey, body: resolved.request.body };
        return writeOnce(restricted, named, (tables) => execute(tables, null, through));
      };
      return giveAnswer(request, reply, kept, answer, mayChange(request.method, resolved.request.body));
    },
  });
}
