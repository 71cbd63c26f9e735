import { type ApolloServer, HeaderMap } from '@apollo/server';
import { type Context, createContext, type Reader } from '@reintegration/schema';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { prefersHtml } from './accept.ts';
import { localeOfRequest } from './request-locale.ts';

/** What the GraphQL endpoint answers with. */
export type GraphqlRouteOptions = {
  readonly apollo: ApolloServer<Context>;
  readonly reader: Reader;
  /** Answers a browser that opens the endpoint. */
  readonly sendExplorer: (reply: FastifyReply) => unknown;
};

function headersOf({ headers, id }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  // Failures are logged under the id that the caller is told, whoever made it.
  map.set('x-request-id', id);
  return map;
}

function searchOf({ url }: FastifyRequest): string {
  const start = url.indexOf('?');
  return start === -1 ? '' : url.slice(start);
}

/** Adds `/graphql`: GET and POST as GraphQL over HTTP has them, and the explorer for a browser. */
export function addGraphqlRoute(
  app: FastifyInstance,
  { apollo, reader, sendExplorer }: GraphqlRouteOptions,
): void {
  app.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    handler: async (request, reply) => {
      if (request.method === 'GET' && prefersHtml(request)) return sendExplorer(reply);
      const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: request.method,
          headers: headersOf(request),
          search: searchOf(request),
          body: request.body,
        },
        context: async () => createContext({ reader, locale: localeOfRequest(request) }),
      });
      for (const [name, value] of headers) reply.header(name, value);
      reply.header('vary', 'Accept, Accept-Language').code(status ?? 200);
      if (body.kind === 'complete') return body.string;
      throw new Error('Answers in several parts are not offered');
    },
  });
}
