import { onTestFinished } from 'vitest';
import { createGateway, type Gateway, type GatewayOptions } from '../packages/server/src/index.ts';
import { type TestDatabase, useTestDatabase } from './database.ts';

/** A gateway of a test's own, listening on a free port, with a copy of the real dataset. */
export type TestGateway = {
  readonly gateway: Gateway;
  readonly url: string;
  readonly database: TestDatabase;
};

/** Starts a gateway for the running test, closed when it has finished. */
export async function useTestGateway(options: Partial<GatewayOptions> = {}): Promise<TestGateway> {
  const database = await useTestDatabase('loaded');
  const gateway = await createGateway({ pool: database.pool, ...options });
  const url = await gateway.listen({ host: '127.0.0.1', port: 0 });
  onTestFinished(() => gateway.close());
  return { gateway, url, database };
}

/** An answer of the GraphQL endpoint. */
export type GraphqlAnswer = {
  readonly status: number;
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
};

/** Posts an operation. */
export async function post(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<GraphqlAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, ...((await response.json()) as object) };
}
