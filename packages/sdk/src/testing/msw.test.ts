import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createClient } from '../index.ts';
import { Cities } from '../operations.ts';
import { createTestGateway, type FailureKind } from '../testing.ts';
import { failureOf, URL_OF_TESTS } from './connect.fixture.ts';

const gateway = createTestGateway({ cities: [{ code: 'bor' }, { code: 'nis' }, { code: 'pirot' }] });
const server = setupServer(
  ...gateway.handlers(http, URL_OF_TESTS),
  http.get('https://other.example.org/', () => HttpResponse.text('other')),
);
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => gateway.reset());
afterAll(() => server.close());

// Asks by the platform’s own fetch.
const client = createClient({ url: URL_OF_TESTS, retry: false, auth: 'token' });

test('the platform’s fetch is answered, at the address of the gateway alone', async () => {
  const codes: string[] = [];
  for await (const { code } of client.items(Cities, {}, { pageSize: 2 })) codes.push(code);
  expect(codes).toEqual(['bor', 'nis', 'pirot']);
  expect(gateway.requests).toMatchObject([
    {
      operationName: 'Cities',
      headers: { authorization: 'Bearer token' },
      variables: { first: 2, after: null },
    },
    { variables: { first: 2, after: expect.any(String) } },
  ]);
  expect(await (await fetch('https://other.example.org/')).text()).toBe('other');
});

test.each<[FailureKind, object]>([
  ['rate-limited', { code: 'RATE_LIMITED', retryAfterMs: 0 }],
  ['unavailable', { code: 'UNAVAILABLE' }],
  ['expired-token', { code: 'UNAUTHENTICATED' }],
  ['network-down', { code: 'NETWORK' }],
  ['dropped-connection', { code: 'NETWORK' }],
  ['dropped-stream', { code: 'NETWORK' }],
  ['not-a-gateway', { code: 'BAD_RESPONSE' }],
])('%s fails as it does without MSW', async (kind, error) => {
  gateway.fail(kind as 'unavailable');
  expect(await failureOf(client.run(Cities))).toMatchObject(error);
});

test('a slow answer is given up in time', async () => {
  gateway.fail('slow-answer', { delayMs: 60_000 });
  expect(await failureOf(client.run(Cities, {}, { timeoutMs: 20 }))).toMatchObject({ code: 'TIMEOUT' });
});
