/**
 * Hooks for React 18 and later: answers, and answers that stay fresh.
 *
 * @module \@reintegration/sdk/react
 */

'use client';

export { DataHubProvider, useDataHubClient } from './react/provider.ts';
export { keepPreviousData, type QueryArguments, type QueryOptions } from './react/query-options.ts';
export type { ErrorResult, PendingResult, QueryResult, SuccessResult } from './react/query-result.ts';
export { type LiveQueryOptions, type LiveQueryResult, useLiveQuery } from './react/use-live-query.ts';
export { useQuery } from './react/use-query.ts';
