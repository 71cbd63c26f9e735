import type { IncomingMessage } from 'node:http';
import { createReader, createRestricted, proveFences } from '@reintegration/schema';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { type Logger, pino } from 'pino';
import { createAuthenticate } from './auth/authenticate.ts';
import type { Issuer, TokenCheck } from './auth/token.ts';
import { createAnswerCache } from './cache/answer-cache.ts';
import { createAnswerQuestion } from './cache/answer-question.ts';
import { createFront } from './cache/front.ts';
import type { KeptMeans } from './cache/kept-means.ts';
import { createReplica } from './cache/replica.ts';
import { createShapes } from './cache/shapes.ts';
import { watchVersion } from './cache/version-watch.ts';
import { type PersistedDocuments, parseDocuments } from './documents/documents.ts';
import { bundledDocuments } from './documents/read-documents.ts';
import { createCompiledOperations } from './execution/compiled-operations.ts';
import { createApollo } from './execution/create-apollo.ts';
import { createConnections } from './http/connections.ts';
import { createApp, requestLine } from './http/create-app.ts';
import { sendExplorer } from './http/explorer-page.ts';
import { addGraphqlRoute } from './http/graphql-route.ts';
import { addHealthRoutes } from './http/health-routes.ts';
import { addPageRoutes } from './http/page-routes.ts';
import { DEFAULT_LIMITS, type Limits } from './limits/limits.ts';
import { createHub } from './live/hub.ts';
import { givenRequestIdOf } from './request/request-id.ts';

/** How a gateway is set up. */
export type GatewayOptions = {
  /** PostgreSQL at this version's migrations. The caller ends it, after closing the gateway. */
  readonly pool: Pool;
  /**
   * A copy of the database that follows it by streaming replication. What nothing was kept for is read there, as long
   * as it is not behind. The caller ends it, too.
   */
  readonly replica?: Pool;
  /** Structured log; silent when none is given. */
  readonly logger?: Logger;
  /** How much one operation may ask for. */
  readonly limits?: Partial<Limits>;
  /**
   * Documents that may be asked for by their hash, and so by a plain GET that caches keep. The SDK's curated
   * operations when left out.
   */
  readonly persistedDocuments?: PersistedDocuments;
  /** Answers no other documents than these. There is no explorer then. */
  readonly onlyPersisted?: boolean;
  /** Memory that answers may take which are kept to be given again; 64 MiB when left out, 0 for none. */
  readonly cacheBytes?: number;
  /** Streams of server-sent events that may be open at once; 10,000 when left out. */
  readonly maxStreams?: number;
  /** Address under which readers reach the gateway; examples on the home page name it. */
  readonly publicUrl?: string | null;
  /** Who vouches for people that sign in; nobody when left out. Keys need none. */
  readonly issuers?: readonly Issuer[];
};

/** A gateway that can listen. */
export type Gateway = {
  /** The HTTP server, for adding routes of one's own before it listens, and for asking it without a socket. */
  readonly app: FastifyInstance;
  /** Begins to listen; tells the address. */
  listen(options: { readonly host?: string; readonly port?: number }): Promise<string>;
  /** Takes no more connections and waits for the requests that run. */
  close(): Promise<void>;
};

const DEFAULT_MAX_STREAMS = 10_000;
const DEFAULT_CACHE_BYTES = 64 * 1024 * 1024;

/**
 * Creates a gateway: the contract over HTTP, with its pages and health checks.
 *
 * @throws FenceError when the database does not guard records of people
 * @example
 * const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
 * const gateway = await createGateway({ pool });
 * console.log(await gateway.listen({ port: 4000 }));
 */
export async function createGateway({
  pool,
  replica,
  logger = pino({ level: 'silent' }),
  limits: given = {},
  persistedDocuments = bundledDocuments(),
  onlyPersisted = false,
  cacheBytes = DEFAULT_CACHE_BYTES,
  maxStreams = DEFAULT_MAX_STREAMS,
  publicUrl = null,
  issuers = [],
}: GatewayOptions): Promise<Gateway> {
  const limits = { ...DEFAULT_LIMITS, ...given };
  const asked = Promise.withResolvers<void>();
  const proof = proveFences(pool, asked.resolve);
  // It is waited for below; should anything fail before that, nobody would hear of it.
  proof.catch(asked.resolve);
  const reader = createReader(pool);
  const restricted = createRestricted(pool);
  const byHash = parseDocuments(persistedDocuments, 'persistedDocuments');
  const documents = { byHash, only: onlyPersisted };
  const compiled = createCompiledOperations();
  const apollo = createApollo(limits, logger, compiled);
  await apollo.start();
  // PostgreSQL proves while the rest is made, which leaves no turn to ask it anything.
  await asked.promise;

  const watch = watchVersion(pool, logger);
  const kept: KeptMeans = {
    cache: createAnswerCache(cacheBytes),
    watch,
    readers: {
      primary: reader,
      replica: replica ? createReplica(createReader(replica, { isReplica: true })) : null,
    },
    shapes: createShapes(),
    asked: new WeakMap(),
  };
  let isClosing = false;
  const logAnswer = (request: IncomingMessage, status: number, ms: number) =>
    logger.info({ reqId: givenRequestIdOf(request), ...requestLine(request, status, ms) }, 'request');
  const front = createFront(kept, {
    answerQuestion: createAnswerQuestion({ kept, compiled, documents, limits }),
    listener: () => (logger.isLevelEnabled('info') ? logAnswer : null),
    isClosing: () => isClosing,
  });
  const connections = createConnections();
  const app = createApp({ logger, limits, front, connections });
  watch.onChange(() => kept.cache.clear());
  app.addHook('onReady', async () => watch.open());
  const hub = createHub(watch, { logger, maxStreams });
  app.addHook('preClose', async () => hub.close());
  app.addHook('onClose', () => watch.close());
  addPageRoutes(app, reader, { publicUrl, onlyPersisted });
  addHealthRoutes(app, reader, () => isClosing);
  addGraphqlRoute(app, {
    apollo,
    reader,
    restricted,
    limits,
    authenticate: createAuthenticate({ reader, restricted, checkToken: await checkTokensOf(issuers) }),
    documents,
    kept,
    streams: { hub, watch },
    sendExplorer,
  });

  await proof.catch(async (error: unknown) => {
    await apollo.stop();
    throw error;
  });
  return {
    app,
    listen: ({ host = 'localhost', port = 4000 }) => app.listen({ host, port }),
    close: async () => {
      isClosing = true;
      // Closing waits for all connections.
      await app.close().finally(connections.beginClosing());
      await apollo.stop();
    },
  };
}

/** What checks tokens is loaded only where somebody vouches for people. */
async function checkTokensOf(issuers: readonly Issuer[]): Promise<TokenCheck | null> {
  if (issuers.length === 0) return null;
  const { createTokenCheck } = await import('./auth/token.ts');
  return createTokenCheck(issuers);
}
