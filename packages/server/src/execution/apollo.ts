import { createRequire } from 'node:module';
import type * as Apollo from '@apollo/server';

// As CommonJS: to link it and what comes with it as modules, a hundred files, takes Node three times as long.
const load = createRequire(import.meta.url);

export const { ApolloServer, HeaderMap } = load('@apollo/server') as typeof import('@apollo/server');
export type ApolloServer<In extends Apollo.BaseContext> = Apollo.ApolloServer<In>;
export type HeaderMap = Apollo.HeaderMap;

export const {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} = load('@apollo/server/plugin/disabled') as typeof import('@apollo/server/plugin/disabled');

export const { unwrapResolverError } = load(
  '@apollo/server/errors',
) as typeof import('@apollo/server/errors');
