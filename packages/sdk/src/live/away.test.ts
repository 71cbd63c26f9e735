import { expect, test, vi } from 'vitest';
import { drop, refuse } from './changing-gateway.fixture.ts';
import { pass, settle, until } from './unhurried.fixture.ts';
import { listen, watch } from './watching.fixture.ts';

const none = refuse(400, 'GRAPHQL_VALIDATION_FAILED');

test('tells at the first refused connection that a gateway whose stream was lost is away', async () => {
  const { gateway, next, following, states } = await listen();
  Object.assign(gateway, { failReads: drop, failStreams: drop });
  gateway.cut();
  await until(() => states.at(-1) === 'polling');
  expect(gateway.asks).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1_000);
  await until(() => states.at(-1) === 'NETWORK');
  expect([gateway.asks.length, gateway.reads.length]).toEqual([2, 2]);
  // The client's own attempts to read are over soon; from then on the stream alone is asked for.
  for (const ms of [250, 300, 600, 1_000, 4_000]) await pass(ms);
  expect([gateway.asks.length, gateway.reads.length]).toEqual([4, 5]);
  Object.assign(gateway, { failReads: undefined, failStreams: undefined, version: 2 });
  await pass(8_000);
  expect(await following).toBe(2);
  void next();
  await settle();
  expect(states).toEqual(['streaming', 'polling', 'NETWORK', 'streaming']);
});

test('finds out at once that a gateway is away behind a proxy', async () => {
  const { gateway, states } = await listen();
  Object.assign(gateway, {
    failReads: refuse(502, 'UNAVAILABLE'),
    failStreams: refuse(502, 'UNAVAILABLE'),
  });
  gateway.cut();
  for (const ms of [0, 1_000, 250, 300, 600]) await pass(ms);
  expect(states).toEqual(['streaming', 'polling', 'UNAVAILABLE']);
});

test('polls where streams alone are refused', async () => {
  const { gateway, states } = await listen();
  gateway.failStreams = drop;
  gateway.cut();
  for (const ms of [0, 1_000, 250, 2_000, 4_000, 8_000]) await pass(ms);
  expect(states).toEqual(['streaming', 'polling', 'NETWORK', 'polling']);
  expect(gateway.reads).toHaveLength(3);
});

test('asks a gateway without a stream less and less often while it is away', async () => {
  const { gateway, next } = await watch({}, { failReads: drop, failStreams: none });
  void next();
  const reads = [];
  // The waits of the client's own attempts come before each of live.
  for (const ms of [0, 300, 600, 4_000, 300, 600, 8_000, 300, 600]) {
    await pass(ms);
    reads.push(gateway.reads.length);
  }
  expect(reads).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});
