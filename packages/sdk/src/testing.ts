/**
 * A gateway in memory for tests, made of the contract. Needs `graphql`.
 *
 * @module \@reintegration/sdk/testing
 */

export type * from './generated/fixtures.ts';
export type { FailArguments, FailureDetails, FailureKind, FailureScope } from './testing/failure.ts';
export type { Answered, Localized } from './testing/fixture.ts';
export {
  createTestGateway,
  type MswHttp,
  type PlatformResponse,
  type TestGateway,
  type TestGatewayOptions,
} from './testing/gateway.ts';
export type { FetchArguments, TestRequest } from './testing/request.ts';
export type { Fill } from './testing/sample.ts';
