import { type Context, schema } from '@reintegration/schema';
import type { Logger } from 'pino';
import type { Limits } from '../limits/limits.ts';
import { limitsPlugin } from '../limits/limits-plugin.ts';
import { answerHeadersPlugin } from './answer-headers-plugin.ts';
import {
  ApolloServer,
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from './apollo.ts';
import type { CompiledOperations } from './compiled-operations.ts';
import { compiledPlugin } from './compiled-plugin.ts';
import { createDocumentStore } from './document-store.ts';
import { failureLogPlugin } from './failure-log-plugin.ts';
import { formatError } from './format-error.ts';
import { statusPlugin } from './status-plugin.ts';
import { streamPlugin } from './stream-plugin.ts';

/** Errors of one document that are told. */
const MAX_VALIDATION_ERRORS = 20;

/** Creates Apollo Server with defaults that tell a caller no more than it asked for. */
export function createApollo(
  limits: Limits,
  logger: Logger,
  compiled: CompiledOperations,
): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    // The contract is public: introspection is what the explorer and partners' tools live on.
    introspection: true,
    csrfPrevention: true,
    validationOptions: { hideSuggestions: true, maxErrors: MAX_VALIDATION_ERRORS },
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    // Anybody could register any document. The endpoint knows hashes itself.
    persistedQueries: false,
    parseOptions: { maxTokens: limits.maxTokens },
    documentStore: createDocumentStore(),
    stopOnTerminationSignals: false,
    formatError,
    plugins: [
      streamPlugin,
      limitsPlugin(limits),
      compiledPlugin(compiled),
      statusPlugin,
      answerHeadersPlugin,
      failureLogPlugin(logger),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      // Else a key in the environment, meant for some other program, would have what is asked here reported elsewhere.
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
    logger,
  });
}
