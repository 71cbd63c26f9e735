import { expect, test, vi } from 'vitest';
import { createClient } from './client.ts';
import { isApiError } from './error.ts';
import { drop, hang, nextEvent, refuse, startChangingGateway } from './live/changing-gateway.fixture.ts';
import type { LiveState } from './live/options.ts';
import { pass, settle, stopClock, until } from './live/unhurried.fixture.ts';
import { listen, watch } from './live/watching.fixture.ts';
import { live } from './live.ts';
import { DataVersion } from './operations.ts';

const none = refuse(400, 'GRAPHQL_VALIDATION_FAILED');

test('answers now, and after every change that the gateway tells', async () => {
  const { gateway, next, following, states } = await listen();
  expect(gateway.asks[0]).toMatchObject({
    accept: 'text/event-stream',
    'content-type': 'application/json',
  });
  gateway.publish();
  expect(await following).toBe(2);
  const later = next();
  await settle();
  gateway.publish();
  expect(await later).toBe(3);
  expect(states).toEqual(['streaming']);
  expect(gateway.asks).toHaveLength(1);
});

test('asks for what it has by its name, and answers nothing that is as before', async () => {
  const { gateway, following } = await listen();
  gateway.write('event: next\ndata: {}\n\n');
  await until(() => gateway.reads.length === 3);
  gateway.publish();
  expect(await following).toBe(2);
  expect(gateway.reads.map((headers) => headers['if-none-match'])).toEqual([
    undefined,
    '"v1"',
    '"v1"',
    '"v1"',
  ]);
});

test('is told of a version that it has, and does not ask', async () => {
  const { gateway } = await listen();
  gateway.write(nextEvent(1));
  await settle();
  expect(gateway.reads).toHaveLength(2);
});

test('makes one of a hundred changes that come while nobody takes them', async () => {
  const { gateway, next, following } = await listen();
  gateway.publish();
  expect(await following).toBe(2);
  for (let change = 0; change < 100; change += 1) gateway.publish();
  await settle();
  expect(gateway.reads).toHaveLength(3);
  expect(await next()).toBe(102);
  void next();
  await settle();
  expect(gateway.reads.length).toBeLessThanOrEqual(5);
});

test('waits for a moment left to chance after a change, as thousands may hear of it', async () => {
  const { gateway, following } = await listen();
  vi.mocked(Math.random).mockReturnValue(0);
  gateway.publish();
  await pass(249);
  expect(gateway.reads).toHaveLength(2);
  await pass(1);
  expect(await following).toBe(2);
});

test('does not ask when a stream begins by telling the version that it has', async () => {
  const { gateway, next } = await watch();
  vi.mocked(Math.random).mockReturnValue(0);
  await next();
  void next();
  await until(() => gateway.streams.size === 1);
  gateway.write(nextEvent(1));
  await pass(1_000);
  expect(gateway.reads).toHaveLength(1);
});

test('asks again where a cache still has what stood before a change', async () => {
  const { gateway, following } = await listen();
  gateway.write(nextEvent(2));
  await until(() => gateway.reads.length === 3);
  gateway.version = 2;
  await pass(1_000);
  expect(await following).toBe(2);
});

test('asks now and then though a stream tells nothing', async () => {
  const { gateway, following } = await listen({ heartbeatMs: Infinity });
  gateway.version = 2;
  await pass(299_000);
  expect(gateway.reads).toHaveLength(2);
  await pass(32_000);
  expect(await following).toBe(2);
});

test('all of a client share one stream, which goes with the last', async () => {
  const { gateway, client, answers, following } = await listen();
  const others = live(client, DataVersion);
  await others.next();
  const other = others.next();
  await settle();
  gateway.publish();
  expect([await following, (await other).value]).toEqual([2, { dataVersion: 2 }]);
  expect(gateway.asks).toHaveLength(1);
  await answers.return?.();
  await settle();
  expect(gateway.streams.size).toBe(1);
  await others.return?.();
  await until(() => gateway.streams.size === 0);
});

test('who comes as the last one goes hears nothing of the stream that goes', async () => {
  const { client, gateway, answers } = await listen();
  const states: LiveState[] = [];
  gateway.failStreams = hang;
  const others = live(client, DataVersion, {}, { onState: (state) => states.push(state) });
  const leaving = answers.return?.();
  await others.next();
  await leaving;
  void others.next();
  await until(() => gateway.asks.length === 2);
  await settle();
  // Its own is not answered yet.
  expect(states).toEqual([]);
  await others.return?.();
});

test.each([
  ['refuses the subscription', none],
  ['answers the stream as something else', refuse(200, 'BAD_REQUEST')],
  ['takes no such "accept"', refuse(406, 'BAD_REQUEST')],
  ['refuses the subscription within the stream', yieldErrors],
] as const)('asks every 30 seconds where the gateway %s', async (_name, failStreams) => {
  const { gateway, next, states } = await watch({}, { failStreams: failStreams });
  expect(await next()).toBe(1);
  const following = next();
  await settle();
  gateway.version = 2;
  await pass(34_000);
  expect(await following).toBe(2);
  expect(states.at(-1)).toBe('polling');
  void next();
  for (let minute = 0; minute < 9; minute += 1) await pass(60_000);
  expect(gateway.asks).toHaveLength(1);
  gateway.failStreams = undefined;
  await pass(30_000);
  expect(gateway.asks).toHaveLength(2);
  expect(states.at(-1)).toBe('streaming');
});

function yieldErrors(...[_request, response]: Parameters<typeof none>) {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.end('event: next\ndata: {"errors":[{"message":"Cannot query field"}]}\n\nevent: complete\n\n');
}

test('another who asks the same gateway knows already that it has no stream', async () => {
  const { gateway, client, next } = await watch({}, { failStreams: none });
  await next();
  void next();
  await settle();
  const other = live(client, DataVersion);
  await other.next();
  await settle();
  expect(gateway.asks).toHaveLength(1);
  await other.return?.();
});

test('opens a stream that broke anew, and has not missed what came in between', async () => {
  const { gateway, following, states } = await listen();
  gateway.cut();
  await until(() => states.at(-1) === 'polling');
  gateway.publish();
  await pass(1_000);
  expect(await following).toBe(2);
  expect(gateway.asks).toHaveLength(2);
});

test('opens a stream anew that the gateway ended', async () => {
  const { gateway } = await listen();
  gateway.write('event: complete\ndata:\n\n');
  await until(() => gateway.streams.size === 0);
  await pass(1_000);
  expect(gateway.streams.size).toBe(1);
});

test('waits longer and longer for a stream that is never there, and keeps asking meanwhile', async () => {
  const { gateway, next } = await watch({}, { failStreams: drop });
  await next();
  void next();
  const asks = [];
  for (const ms of [0, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
    await pass(ms);
    asks.push(gateway.asks.length);
  }
  expect(asks).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(gateway.reads.length).toBeGreaterThan(2);
});

test('a stream without a sign of life is opened anew; one with heartbeats stays', async () => {
  const { gateway } = await listen();
  for (let beats = 0; beats < 5; beats += 1) {
    await pass(20_000);
    gateway.write(':\n\n');
    await settle();
  }
  expect(gateway.asks).toHaveLength(1);
  await pass(31_000);
  await pass(1_000);
  expect(gateway.asks).toHaveLength(2);
});

test('a stream that is not answered is given up, and asked for anew', async () => {
  const { gateway, next } = await watch({ heartbeatMs: 5_000 }, { failStreams: hang });
  await next();
  void next();
  await pass(5_000);
  gateway.failStreams = undefined;
  await pass(1_000);
  expect(gateway.streams.size).toBe(1);
});

test('a stream waits as long as the gateway asks', async () => {
  const { gateway, next } = await watch(
    {},
    { failStreams: refuse(503, 'UNAVAILABLE', { 'retry-after': '7' }) },
  );
  await next();
  void next();
  await pass(6_900);
  expect(gateway.asks).toHaveLength(1);
  await pass(200);
  expect(gateway.asks).toHaveLength(2);
});

test('signs in anew where a token is refused, and whenever a stream is opened again', async () => {
  stopClock();
  const gateway = await startChangingGateway();
  let asked = 0;
  const auth = () => {
    asked += 1;
    return `token-${asked}`;
  };
  gateway.failStreams = refuse(401, 'UNAUTHENTICATED');
  const answers = live(createClient({ url: gateway.url, auth }), DataVersion);
  await answers.next();
  void answers.next();
  await until(() => gateway.asks.length === 1);
  gateway.failStreams = undefined;
  await until(() => gateway.streams.size === 1);
  gateway.cut();
  await settle();
  await pass(1_000);
  expect(gateway.asks.map(({ authorization }) => authorization)).toEqual([
    'Bearer token-1',
    'Bearer token-2',
    'Bearer token-3',
  ]);
  await answers.return?.();
});

test('a gateway that refuses every token is not asked for a stream again and again', async () => {
  const { gateway, next, states } = await watch({}, { failStreams: refuse(401, 'UNAUTHENTICATED') });
  await next();
  void next();
  await pass(120_000);
  expect(gateway.asks).toHaveLength(2);
  expect(states).toEqual(['polling']);
});

test('waits until a gateway that is away answers again', async () => {
  const { gateway, next, states } = await watch(
    {},
    {
      failReads: refuse(503, 'UNAVAILABLE', { 'retry-after': '60' }),
      failStreams: none,
    },
  );
  const first = next();
  await pass(59_000);
  expect(gateway.reads).toHaveLength(1);
  gateway.failReads = undefined;
  await pass(3_000);
  expect(await first).toBe(1);
  void next();
  await settle();
  expect(states).toEqual(['UNAVAILABLE', 'polling']);
});

test('throws what asking again does not mend, and leaves nothing behind', async () => {
  const { gateway, next, following } = await listen();
  gateway.failReads = refuse(400, 'BAD_USER_INPUT');
  gateway.publish();
  await expect(following).rejects.toSatisfy((error) => isApiError(error, 'BAD_USER_INPUT'));
  expect(await next()).toBe('end');
  await until(() => gateway.streams.size === 0);
});

test('tells of each answer, also when it is as before', async () => {
  const versions: (number | undefined)[] = [];
  const { gateway, following } = await listen({ onAnswer: (meta) => versions.push(meta.dataVersion) });
  gateway.publish();
  await following;
  expect(versions).toEqual([1, 1, 2]);
});

test('what was answered before and fails within the gateway is waited out', async () => {
  const { gateway, following, states } = await listen();
  gateway.failReads = refuse(500, 'INTERNAL_SERVER_ERROR');
  gateway.publish();
  await until(() => states.at(-1) === 'INTERNAL_SERVER_ERROR');
  gateway.failReads = undefined;
  await pass(1_000);
  expect(await following).toBe(2);
});

test('what fails within the gateway from the first is told', async () => {
  const { next } = await watch({}, { failReads: refuse(500, 'INTERNAL_SERVER_ERROR') });
  await expect(next()).rejects.toSatisfy((error) => isApiError(error, 'INTERNAL_SERVER_ERROR'));
});

test.each([
  ['intervalMs', 0],
  ['intervalMs', Number.NaN],
  ['heartbeatMs', -1],
])('refuses %s: %s', async (name, ms) => {
  const answers = live(createClient({ url: 'http://127.0.0.1:1/graphql' }), DataVersion, {}, { [name]: ms });
  await expect(answers.next()).rejects.toThrow(`The option "${name}" must be above 0.`);
});

test('speaks the language that is asked for', async () => {
  const { gateway } = await listen({ locale: 'SR_CYRL' });
  expect(gateway.reads.map((headers) => headers['accept-language'])).toEqual(['sr-cyrl', 'sr-cyrl']);
});

test('asks at intervals through a stand-in of a client', async () => {
  stopClock();
  const gateway = await startChangingGateway();
  const { run, items } = createClient({ url: gateway.url });
  const answers = live({ run, items }, DataVersion, {}, { intervalMs: 1_000 });
  await answers.next();
  const following = answers.next();
  gateway.publish();
  await pass(1_100);
  expect((await following).value).toEqual({ dataVersion: 2 });
  expect(gateway.asks).toHaveLength(0);
  await answers.return?.();
});
