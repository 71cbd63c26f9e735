import { expect, test } from 'vitest';
import { dataAnswer, errorAnswer, startServer } from './answering-server.fixture.ts';
import { createClient } from './client.ts';
import { DataVersion } from './operations.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve, 30));

test('nothing is sent for a call that nobody awaits', async () => {
  const { url, received } = await startServer(dataAnswer({ dataVersion: 3 }));
  createClient({ url, timeoutMs: 1_000 }).run(DataVersion) as unknown;
  await settled();
  expect(received).toHaveLength(0);
});

test('one call is one request, however it is awaited', async () => {
  const { url, received } = await startServer(dataAnswer({ dataVersion: 3 }), dataAnswer({ dataVersion: 4 }));
  const call = createClient({ url }).run(DataVersion);
  const answers = await Promise.all([
    call,
    call.withMeta().then(({ data }) => data),
    call.then((data) => data),
    call.finally(() => undefined),
    call.catch(() => null),
  ]);
  expect(await call).toEqual({ dataVersion: 3 });
  expect(new Set(answers)).toHaveLength(1);
  expect(received).toHaveLength(1);
});

test('a failed call fails everywhere with one error', async () => {
  const { url, received } = await startServer(errorAnswer('BAD_USER_INPUT', 'No.'));
  const call = createClient({ url }).run(DataVersion);
  const [first, second] = await Promise.allSettled([call, call.withMeta()]);
  expect(first).toMatchObject({ status: 'rejected', reason: { code: 'BAD_USER_INPUT' } });
  expect((second as PromiseRejectedResult).reason).toBe((first as PromiseRejectedResult).reason);
  expect(received).toHaveLength(1);
});
