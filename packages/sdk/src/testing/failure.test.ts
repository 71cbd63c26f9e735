import { describe, expect, test, vi } from 'vitest';
import { isApiError } from '../index.ts';
import { Cities, DataVersion, IndicatorSum, ProjectFigures } from '../operations.ts';
import { connect, failureOf, URL_OF_TESTS } from './connect.fixture.ts';
import type { FailureKind } from './failure.ts';

const patient = { retry: { baseDelayMs: 0 } };
const impatient = { retry: false } as const;
const cities = [{ code: 'a' }, { code: 'b' }, { code: 'c' }];

describe('a request that may be sent again', () => {
  test.each<[FailureKind, object]>([
    ['rate-limited', { status: 429, code: 'RATE_LIMITED', retryAfterMs: 0 }],
    ['unavailable', { status: 503, code: 'UNAVAILABLE' }],
    ['network-down', { code: 'NETWORK', message: expect.stringContaining('ECONNREFUSED') }],
    ['dropped-connection', { code: 'NETWORK', message: expect.stringContaining('ECONNRESET') }],
    ['dropped-stream', { code: 'NETWORK' }],
  ])('fails once by %s, and is answered then', async (kind, error) => {
    const { gateway, client } = connect({ cities }, {}, impatient);
    gateway.fail(kind as 'unavailable');
    expect(await failureOf(client.run(Cities))).toMatchObject({ ...error, retryable: true });
    gateway.fail(kind as 'unavailable');
    const { meta } = await connectAgain(gateway).run(Cities).withMeta();
    expect([meta.attempts, gateway.requests.length]).toEqual([2, 3]);
  });

  const connectAgain = ({ fetch }: ReturnType<typeof connect>['gateway']) =>
    connect({}, {}, { ...patient, fetch }).client;
});

test('an answer that breaks off has begun', async () => {
  const { gateway } = connect({ cities });
  gateway.fail('dropped-stream');
  const response = await gateway.fetch(URL_OF_TESTS, {
    method: 'POST',
    body: JSON.stringify({ query: '{ dataVersion }' }),
  });
  expect(response.status).toBe(200);
  const reader = response.body?.getReader();
  const first = await reader?.read();
  expect(new TextDecoder().decode(first?.value)).toMatch(/^\{"data":/);
  await expect(reader?.read()).rejects.toThrow('terminated');
});

test('Retry-After tells the wait in seconds and in milliseconds', async () => {
  const { gateway, client } = connect({}, {}, impatient);
  gateway.fail('rate-limited', { retryAfterMs: 1_500 });
  expect(await failureOf(client.run(Cities))).toMatchObject({ retryAfterMs: 1_500 });
  gateway.fail('unavailable', { retryAfterMs: 1_500 });
  const { headers } = await gateway.fetch(URL_OF_TESTS);
  expect(headers.get('retry-after')).toBe('2');
});

test('what is no gateway is told from one', async () => {
  const { gateway, client } = connect();
  gateway.fail('not-a-gateway');
  expect(await failureOf(client.run(Cities))).toMatchObject({
    code: 'BAD_RESPONSE',
    status: 200,
    retryable: false,
  });
  gateway.fail('not-a-gateway', { status: 404 });
  expect(await failureOf(client.run(Cities))).toMatchObject({ code: 'BAD_RESPONSE', status: 404 });
});

describe('an expired token', () => {
  test('is refused until another comes', async () => {
    let asked = 0;
    const auth = () => {
      asked += 1;
      return `token-${asked}`;
    };
    const { gateway, client } = connect({}, {}, { auth });
    await client.run(DataVersion);
    gateway.fail('expired-token');
    await client.run(DataVersion);
    expect(gateway.requests.map(({ headers }) => headers.authorization)).toEqual([
      ...['Bearer token-1', 'Bearer token-1', 'Bearer token-2'],
    ]);
    await client.run(DataVersion);
    expect(asked).toBe(2);
  });

  test('stays refused while no other comes', async () => {
    const { gateway, client } = connect({}, {}, { auth: 'old' });
    gateway.fail('expired-token');
    for (const _time of [1, 2, 3]) {
      expect(await failureOf(client.run(DataVersion))).toMatchObject({
        code: 'UNAUTHENTICATED',
        status: 401,
      });
    }
  });
});

describe('a stale cursor', () => {
  test('waits for a request with a cursor, and is refused as a made-up one is', async () => {
    const { gateway, client } = connect({ cities });
    gateway.fail('stale-cursor');
    const seen: string[] = [];
    const read = async () => {
      for await (const { code } of client.items(Cities, {}, { pageSize: 2 })) seen.push(code);
    };
    const error = await failureOf(read());
    expect(seen).toEqual(['a', 'b']);
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', path: undefined, retryable: false });
    const madeUp = await failureOf(client.run(Cities, { after: 'made up' }));
    const message = (of: unknown) => (of as Error).message.replace(/"after" is "[^"]*"/, '');
    expect(message(madeUp)).toBe(message(error));
    await expect(read()).resolves.toBeUndefined();
  });
});

describe('partial data', () => {
  const projects = [{ code: 'p', title: 'P', figures: [{ value: '1', target: { value: '2' } }] }];

  test('comes with its error, null as near as the contract allows', async () => {
    const { gateway, client } = connect({ projects }, {}, impatient);
    gateway.fail('partial-data', { path: 'project.figures.target', code: 'TIMEOUT', message: 'Too late.' });
    const error = await failureOf(client.run(ProjectFigures, { project: 'p' }));
    if (!isApiError(error)) throw error;
    expect(error).toMatchObject({ code: 'TIMEOUT', path: ['project', 'figures', 0, 'target'] });
    expect(error.message).toContain('Too late.');
    expect(error.data).toMatchObject({ project: { title: 'P', figures: [{ value: '1', target: null }] } });
  });

  test('reaches up to what may be null', async () => {
    const { gateway, client } = connect({ projects });
    gateway.fail('partial-data', { path: 'project.figures' });
    const error = await failureOf(client.run(ProjectFigures, { project: 'p' }));
    expect(error).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', data: { project: null, dataVersion: 1 } });
  });

  test.each([
    ['UNAVAILABLE', 503],
    ['TIMEOUT', 504],
    ['INTERNAL_SERVER_ERROR', 500],
    ['BAD_USER_INPUT', 400],
    ['NOT_ADDITIVE', 200],
  ])('%s is told by the status %i when no data is left', async (code, status) => {
    const { gateway, client } = connect({ projects }, {}, impatient);
    gateway.fail('partial-data', { path: 'cities', code });
    expect(await failureOf(client.run(Cities))).toMatchObject({ code, status });
  });

  test('waits for a request that asks for the field', async () => {
    const { gateway, client } = connect({ projects });
    gateway.fail('partial-data', { path: 'project.sum', code: 'NOT_ADDITIVE' });
    await client.run(ProjectFigures, { project: 'p' });
    const variables = { project: 'p', indicator: 'i', over: 'PLACE' } as const;
    expect(await failureOf(client.run(IndicatorSum, variables))).toMatchObject({ code: 'NOT_ADDITIVE' });
    expect((await client.run(IndicatorSum, variables)).project?.sum).toBeNull();
  });
});

describe('a slow answer', () => {
  test('is right, but may come too late', async () => {
    vi.useFakeTimers();
    try {
      const { gateway, client } = connect({ cities });
      gateway.fail('slow-answer', { delayMs: 5_000, times: 2 });
      const late = failureOf(client.run(Cities, {}, { timeoutMs: 4_000 }));
      const intime = client
        .run(Cities, {}, { timeoutMs: 6_000 })
        .then(({ cities: { totalCount } }) => totalCount);
      await vi.advanceTimersByTimeAsync(5_000);
      expect([await late, await intime]).toMatchObject([{ code: 'TIMEOUT' }, 3]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('is not waited for by whoever aborts', async () => {
    const { gateway } = connect();
    gateway.fail('slow-answer', { delayMs: 1e9, times: 2 });
    const signal = AbortSignal.abort(new Error('gone before'));
    await expect(gateway.fetch(URL_OF_TESTS, { signal })).rejects.toThrow('gone before');
    const controller = new AbortController();
    const answer = gateway.fetch(URL_OF_TESTS, { signal: controller.signal });
    await vi.waitFor(() => expect(gateway.requests).toHaveLength(1));
    controller.abort(new Error('gone since'));
    await expect(answer).rejects.toThrow('gone since');
  });
});

describe('which requests fail', () => {
  test('those of an operation, told by itself or by its name', async () => {
    const { gateway, client } = connect({}, {}, impatient);
    gateway.fail('unavailable', { operation: Cities });
    gateway.fail('not-a-gateway', { operation: 'DataVersion' });
    await client.run(ProjectFigures, { project: 'p' });
    expect(await failureOf(client.run(DataVersion))).toMatchObject({ code: 'BAD_RESPONSE' });
    expect(await failureOf(client.run(Cities))).toMatchObject({ code: 'UNAVAILABLE' });
    await client.run(Cities);
  });

  test('so many, one failure after another', async () => {
    const { gateway, client } = connect({}, {}, impatient);
    gateway.fail('unavailable', { times: 2 });
    gateway.fail('not-a-gateway');
    const codes: unknown[] = [];
    for (const _time of [1, 2, 3, 4]) codes.push(await failureOf(client.run(Cities)));
    expect(codes).toMatchObject([
      { code: 'UNAVAILABLE' },
      { code: 'UNAVAILABLE' },
      { code: 'BAD_RESPONSE' },
      null,
    ]);
  });
});

test.each<[string, unknown[], string]>([
  [
    'a failure that is none',
    ['rate-limit'],
    'There is no failure "rate-limit". Expected one of rate-limited,',
  ],
  [
    'an unknown detail',
    ['rate-limited', { retryAfter: 1 }],
    'Expected one of retryAfterMs, operation, times.',
  ],
  ['no requests', ['unavailable', { times: 0 }], '"times" is 0. Expected 1 or more.'],
  ['partial data of nothing', ['partial-data', {}], '"path" is undefined. Expected names of fields'],
  ['slowness without a measure', ['slow-answer', {}], '"delayMs" is undefined. Expected milliseconds.'],
  [
    'an operation without a name',
    ['unavailable', { operation: '{ dataVersion }' }],
    '"operation" has no name.',
  ],
])('refuses %s', (_what, call, message) => {
  const { gateway } = connect();
  const fail = gateway.fail as (...args: unknown[]) => void;
  expect(() => fail(...call)).toThrow(message);
});
