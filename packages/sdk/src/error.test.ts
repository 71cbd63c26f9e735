import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { type Answer, errorAnswer, startServer } from './answering-server.fixture.ts';
import { type ClientOptions, createClient } from './client.ts';
import { ApiError, isApiError } from './error.ts';
import { ProjectFigures } from './operations.ts';

const SECRETS = [
  'k3y-of-header',
  't0ken-of-auth',
  'i9k-of-run',
  'v4lue-of-variable',
  't0ken-of-query',
  'r3cord-of-data',
  'c4use-of-fetch',
];

/** Every way in which an error ends up where people read. */
function shownAs(error: unknown): string {
  const { message, stack } = error as Error;
  return [
    String(error),
    message,
    stack,
    JSON.stringify(error),
    inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: false, getters: true }),
    inspect((error as Error).cause, { depth: Number.POSITIVE_INFINITY }),
    JSON.stringify({ ...(error as object) }),
  ].join('\n');
}

test.each<[string, Answer]>([
  ['an error of the gateway', errorAnswer('BAD_USER_INPUT', 'No.', { data: { name: 'r3cord-of-data' } })],
  ['a strange page', { status: 404, headers: { 'content-type': 'text/html' }, body: '<p>k3y-of-header' }],
  [
    'a strange header',
    { status: 500, headers: { 'content-type': 'k3y-of-header', 'x-request-id': 'k3y-of-header <b>' } },
  ],
  ['a broken connection', 'cut'],
  ['no answer', 'hang'],
  ['a refused token', errorAnswer('UNAUTHENTICATED', 'Who?', { status: 401 })],
])('shows no header, no token, no variable and no data: %s', async (_name, answer) => {
  for (const auth of ['t0ken-of-auth', async () => 't0ken-of-auth']) await expectSilence(answer, auth);
});

async function expectSilence(answer: Answer, auth: NonNullable<ClientOptions['auth']>): Promise<void> {
  const { url } = await startServer(answer);
  const client = createClient({
    url: `${url}?t0ken-of-query`,
    headers: { authorization: 'Bearer k3y-of-header', 'x-api-key': 'k3y-of-header' },
    timeoutMs: 100,
    auth,
    retry: { baseDelayMs: 1 },
  });
  const error: unknown = await client
    .run(ProjectFigures, { project: 'v4lue-of-variable' }, { idempotencyKey: 'i9k-of-run' })
    .catch((reason) => reason);
  expect(isApiError(error)).toBe(true);
  for (const secret of SECRETS) expect(shownAs(error)).not.toContain(secret);
}

test('shows nothing of what a fetch of the caller says', async () => {
  const cause = Object.assign(new Error('c4use-of-fetch'), {
    config: { headers: { authorization: 'c4use-of-fetch' } },
  });
  const client = createClient({
    url: 'https://data.example.org/graphql',
    fetch: () => Promise.reject(cause),
  });
  const error = await client.run(ProjectFigures, { project: 'v4lue-of-variable' }).catch((reason) => reason);
  expect(error).toMatchObject({ code: 'NETWORK' });
  for (const secret of SECRETS) expect(shownAs(error)).not.toContain(secret);
});

test.each<Partial<ClientOptions>>([
  { headers: { authorization: 'Bearer k3y-of-header\nx' } },
  { auth: 't0ken-of-auth\nx' },
  { headers: { 'k3y-of-header\n': '1' } },
  { url: 'https://k3y-of-header:t0ken-of-query@data.example.org' },
  { url: 'k3y-of-header' },
  { locale: 'k3y-of-header;' as 'EN' },
])('shows nothing of an option that cannot be used: %o', (options) => {
  try {
    createClient({ url: 'https://data.example.org/graphql', ...options });
    expect.unreachable('should have failed');
  } catch (error) {
    expect(isApiError(error, 'BAD_OPTIONS')).toBe(true);
    for (const secret of SECRETS) expect(shownAs(error)).not.toContain(secret);
  }
});

test('is known by its mark, not by its class', () => {
  class OtherCopy extends Error {
    readonly code = 'TIMEOUT';
    get [Symbol.for('@reintegration/sdk/ApiError')](): true {
      return true;
    }
  }
  expect(isApiError(new OtherCopy())).toBe(true);
  expect(isApiError(new OtherCopy(), 'TIMEOUT')).toBe(true);
  expect(isApiError(new OtherCopy(), 'ABORTED')).toBe(false);
  for (const other of [new Error('x'), { code: 'TIMEOUT' }, null, undefined, 'TIMEOUT']) {
    expect(isApiError(other)).toBe(false);
  }
});

test('is an Error that tells its name, and a log keeps what counts', () => {
  const error = new ApiError('UNAVAILABLE', 'Down.', {
    status: 503,
    requestId: 'r',
    retryable: true,
    retryAfterMs: 20,
    errors: [{ message: 'Down.', path: ['city', 0] }],
    data: { a: 1 },
  });
  expect(error).toBeInstanceOf(Error);
  expect(String(error)).toBe('ApiError: Down.');
  expect(error.stack).toMatch(/^ApiError: Down\./);
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: 'ApiError',
    message: 'Down.',
    code: 'UNAVAILABLE',
    status: 503,
    requestId: 'r',
    retryable: true,
    retryAfterMs: 20,
    path: ['city', 0],
    errors: [{ message: 'Down.', path: ['city', 0] }],
  });
  expect(error.data).toEqual({ a: 1 });
});
