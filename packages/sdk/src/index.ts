export {
  type Client,
  type ClientOptions,
  createClient,
  type RunArguments,
  type RunOptions,
} from './client.ts';
export {
  ApiError,
  type ApiErrorDetails,
  type ClientErrorCode,
  type GatewayError,
  isApiError,
  type KnownErrorCode,
} from './error.ts';
export type { ErrorCode, Locale } from './generated/contract.ts';
export type { Open, Operation } from './operation.ts';
export type { Fetch, FetchInit, FetchResponse, PlatformSignal } from './platform.ts';
