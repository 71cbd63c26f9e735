import { describe, expect, test } from 'vitest';
import { type Answer, dataAnswer, errorAnswer, startServer } from './answering-server.fixture.ts';
import { createClient } from './client.ts';
import type { ApiError } from './error.ts';
import { DataVersion } from './operations.ts';

async function failureOf(run: Promise<unknown>): Promise<ApiError> {
  return run.then(
    () => expect.unreachable('should have failed'),
    (error: unknown) => error as ApiError,
  );
}

async function failureOn(answer: Answer): Promise<ApiError> {
  const { url } = await startServer(answer);
  return failureOf(createClient({ url, retry: false }).run(DataVersion));
}

describe('errors of the gateway', () => {
  test('keep code, path, status, request id and what was answered in spite of them', async () => {
    const error = await failureOn(
      errorAnswer('NOT_ADDITIVE', 'Values of "grants" may not be added over PLACE.', {
        path: ['project', 'sum'],
        data: { project: { code: 'reintegration-ii', sum: null } },
      }),
    );
    expect(error).toMatchObject({ code: 'NOT_ADDITIVE', status: 200, requestId: 'req-1', retryable: false });
    expect(error.message).toBe(
      'NOT_ADDITIVE at project.sum: Values of "grants" may not be added over PLACE.',
    );
    expect(error.errors).toEqual([
      {
        message: 'Values of "grants" may not be added over PLACE.',
        path: ['project', 'sum'],
        extensions: { code: 'NOT_ADDITIVE' },
      },
    ]);
    expect(error.data).toEqual({ project: { code: 'reintegration-ii', sum: null } });
  });

  test('several are kept, and the first is told', async () => {
    const errors = ['One.', 'Two.', 'Three.'].map((message) => ({ message }));
    const error = await failureOn({ body: JSON.stringify({ errors }) });
    expect(error.message).toBe('INTERNAL_SERVER_ERROR: One.');
    expect(error.data).toBeUndefined();
    expect(error.errors).toHaveLength(3);
  });

  test.each([
    ['TIMEOUT', 200, true],
    ['UNAVAILABLE', 503, true],
    ['SOMETHING_NEW', 429, true],
    ['BAD_USER_INPUT', 400, false],
    ['RATE_LIMITED', 200, true],
    ['INTERNAL_SERVER_ERROR', 500, false],
    ['INTERNAL_SERVER_ERROR', 503, false],
  ])('%s with %i is worth another try: %s', async (code, status, retryable) => {
    expect(await failureOn(errorAnswer(code, 'No.', { status }))).toMatchObject({ code, status, retryable });
  });
});

describe('answers that are no gateway’s', () => {
  const html = { headers: { 'content-type': 'text/html; charset=utf-8' }, body: '<!doctype html><p>Hello' };

  test.each<[string, Answer, RegExp, boolean]>([
    ['a page', html, /answered 200 with text\/html.*Check "url"/, false],
    ['no such page', { ...html, status: 404 }, /answered 404 with text\/html.*Check "url"/, false],
    ['another JSON', { status: 404, body: '{"error":"Not Found"}' }, /404 with application\/json/, false],
    ['a list', { body: '[{"data":{}}]' }, /200 with application\/json/, false],
    ['half a JSON', { body: '{"data":' }, /200 with application\/json/, false],
    ['data that is none', { body: '{"data":null}' }, /200 with application\/json/, false],
    ['errors that are none', { body: '{"errors":["no"]}' }, /200 with application\/json/, false],
    ['no body', { status: 204 }, /answered 204 with application\/json/, false],
    ['no type', { headers: { 'content-type': '' }, body: 'hello' }, /with no type/, false],
    ['a refusal', { ...html, status: 403 }, /Check "url", "auth" and "headers"/, false],
    ['too many requests', { ...html, status: 429 }, /answered 429 .* Try again later/, true],
    ['a proxy', { ...html, status: 502 }, /answered 502 .* Try again later/, true],
  ])('%s', async (_name, answer, message, retryable) => {
    const error = await failureOn(answer);
    expect(error).toMatchObject({ code: 'BAD_RESPONSE', retryable, errors: [], data: undefined });
    expect(error.message).toMatch(message);
  });

  test('a redirect is followed, and named when it led astray', async () => {
    const page = await startServer(html);
    const { url } = await startServer({ status: 302, headers: { location: `${page.url}?token=t0ken` } });
    const error = await failureOf(createClient({ url, retry: false }).run(DataVersion));
    expect(error.message).toContain(`${page.url} answered 200`);
  });

  test('one that keeps the method does no harm', async () => {
    const gateway = await startServer(dataAnswer({ dataVersion: 3 }));
    const { url } = await startServer({ status: 308, headers: { location: gateway.url } });
    await expect(createClient({ url, retry: false }).run(DataVersion)).resolves.toEqual({ dataVersion: 3 });
  });
});

describe('no answer', () => {
  test('an address that fetch forbids', async () => {
    const error = await failureOf(
      createClient({ url: 'http://127.0.0.1:9/graphql', retry: false }).run(DataVersion),
    );
    expect(error).toMatchObject({ code: 'NETWORK', retryable: true });
    expect(error.message).toContain('http://127.0.0.1:9/graphql cannot be reached. Check "url" and network');
  });

  test('a closed port', async () => {
    const error = await failureOf(
      createClient({ url: 'http://127.0.0.1:1025/graphql', retry: false }).run(DataVersion),
    );
    expect(error.message).toMatch(
      /^http:\/\/127\.0\.0\.1:1025\/graphql cannot be reached \(ECONNREFUSED\)\. Check "url" and network/,
    );
  });

  test.each([
    ['ENOTFOUND', /data\.example\.org\/graphql cannot be reached \(ENOTFOUND\)\. Check "url"/],
    ['CERT_HAS_EXPIRED', /\(CERT_HAS_EXPIRED\)\. Check/],
    ['made up, with a secret', /https:\/\/data\.example\.org\/graphql cannot be reached\. Check/],
  ])('%s', async (code, message) => {
    const fetch = () => Promise.reject(new TypeError('fetch failed', { cause: { code } }));
    const client = createClient({ url: 'https://data.example.org/graphql', fetch, retry: false });
    expect((await failureOf(client.run(DataVersion))).message).toMatch(message);
  });

  test('the answer breaks off', async () => {
    const error = await failureOn('cut');
    expect(error).toMatchObject({ code: 'NETWORK', retryable: true });
    expect(error.message).toMatch(/ cannot be reached \([A-Z_]+\)\./);
  });

  test('the answer takes too long', async () => {
    const { url } = await startServer('hang');
    const error = await failureOf(createClient({ url, timeoutMs: 50 }).run(DataVersion));
    expect(error).toMatchObject({ code: 'TIMEOUT', retryable: true });
    expect(error.message).toBe(`No answer from ${url} within 50 ms ("timeoutMs").`);
  });

  test('one run may have its own time', async () => {
    const { url } = await startServer('hang');
    const error = await failureOf(
      createClient({ url, retry: false }).run(DataVersion, {}, { timeoutMs: 40 }),
    );
    expect(error.message).toContain('within 40 ms');
  });

  test('time is kept even where fetch hears no signal', async () => {
    const fetch = () => new Promise<Response>(() => undefined);
    const client = createClient({ url: 'https://data.example.org/graphql', fetch, timeoutMs: 20 });
    expect(await failureOf(client.run(DataVersion))).toMatchObject({ code: 'TIMEOUT' });
  });

  test.each(['before', 'during'])('aborted %s the request', async (when) => {
    const { url, received } = await startServer('hang');
    const controller = new AbortController();
    if (when === 'before') controller.abort();
    else setTimeout(() => controller.abort(), 50);
    const error = await failureOf(
      createClient({ url, retry: false }).run(DataVersion, {}, { signal: controller.signal }),
    );
    expect(error).toMatchObject({ code: 'ABORTED', retryable: false });
    expect(error.message).toBe('Aborted by its signal.');
    expect(received).toHaveLength(when === 'before' ? 0 : 1);
  });
});

describe('what cannot be sent', () => {
  const url = 'https://data.example.org/graphql';

  test.each([
    [{ url: 'data.example.org' }, /"url" must be an http address/],
    [{ url: '/graphql' }, /"url" must be an http address/],
    [{ url: 'ftp://data.example.org' }, /"url" must be/],
    [{ url: 'https://me:pass@data.example.org' }, /must be an http address without password/],
    [{ url, timeoutMs: 0 }, /"timeoutMs" must be/],
    [{ url, timeoutMs: Number.NaN }, /"timeoutMs" must be/],
    [{ url, locale: 'sr, en;q=0.1' as 'EN' }, /"locale" must be EN, SR_LATN or SR_CYRL/],
    [{ url, headers: { authorization: 'Bearer x\ny' } }, /"headers" must be HTTP headers/],
  ])('%o', (options, message) => {
    expect(() => createClient(options)).toThrow(
      expect.objectContaining({ code: 'BAD_OPTIONS', retryable: false }),
    );
    expect(() => createClient(options)).toThrow(message);
  });

  test('variables that are no JSON', async () => {
    const error = await failureOf(createClient({ url, retry: false }).run(DataVersion, { n: 1n as never }));
    expect(error).toMatchObject({ code: 'BAD_OPTIONS' });
    expect(error.message).toContain('BigInt');
  });

  test('a limit beyond what a timer holds is none', async () => {
    const server = await startServer(dataAnswer({ dataVersion: 3 }));
    const client = createClient({ url: server.url, timeoutMs: Number.POSITIVE_INFINITY });
    await expect(client.run(DataVersion)).resolves.toEqual({ dataVersion: 3 });
  });
});
