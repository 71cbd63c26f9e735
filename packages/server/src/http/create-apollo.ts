import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { type Context, schema } from '@reintegration/schema';
import type { Logger } from 'pino';
import type { Limits } from '../limits/limits.ts';
import { limitsPlugin } from '../limits/limits-plugin.ts';
import { formatError } from './format-error.ts';
import { statusPlugin } from './status-plugin.ts';

/** Creates Apollo Server with defaults that tell a caller no more than it asked for. */
export function createApollo(limits: Limits, logger: Logger): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    // The contract is public: introspection is what the explorer and partners' tools live on.
    introspection: true,
    csrfPrevention: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    // Anybody could register any document.
    persistedQueries: false,
    parseOptions: { maxTokens: limits.maxTokens },
    stopOnTerminationSignals: false,
    formatError: (formatted, error) =>
      formatError(formatted, error, (cause) => logger.error({ err: cause }, 'operation failed')),
    plugins: [
      limitsPlugin(limits),
      statusPlugin,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
    logger,
  });
}
