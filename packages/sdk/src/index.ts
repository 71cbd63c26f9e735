/**
 * A client that runs operations against a gateway, and the one error that it throws.
 *
 * @module \@reintegration/sdk
 */

export type { Auth, Token } from './auth.ts';
export type { Call, WithMeta } from './call.ts';
export { type Client, type ClientOptions, createClient, type RunArguments } from './client.ts';
export type { NodeAt, PathTo } from './connection.ts';
export {
  ApiError,
  type ApiErrorDetails,
  type ClientErrorCode,
  type GatewayError,
  isApiError,
  type KnownErrorCode,
} from './error.ts';
export type { ErrorCode, Locale } from './generated/contract.ts';
export type { CacheState, Meta } from './meta.ts';
export type { Open, Operation } from './operation.ts';
export type { RunOptions } from './options.ts';
export type { Items, ItemsOptions, ItemsVariables } from './paging.ts';
export type { Fetch, FetchInit, FetchResponse, PlatformSignal } from './platform.ts';
export type { RetryOptions } from './retry.ts';
