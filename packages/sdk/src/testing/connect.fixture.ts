import { type Client, type ClientOptions, createClient } from '../index.ts';
import { createTestGateway, type Fixtures, type TestGateway, type TestGatewayOptions } from '../testing.ts';

export const URL_OF_TESTS = 'https://data.example.org/graphql';

/** A test gateway, and a client that asks it. */
export function connect(
  fixtures: Fixtures = {},
  options: TestGatewayOptions = {},
  clientOptions: Partial<ClientOptions> = {},
): { readonly gateway: TestGateway; readonly client: Client } {
  const gateway = createTestGateway(fixtures, options);
  const retry = { baseDelayMs: 0 };
  return {
    gateway,
    client: createClient({ url: URL_OF_TESTS, fetch: gateway.fetch, retry, ...clientOptions }),
  };
}

/** What a client throws. */
export async function failureOf(call: PromiseLike<unknown>): Promise<unknown> {
  return Promise.resolve(call).then(
    () => null,
    (error: unknown) => error,
  );
}
