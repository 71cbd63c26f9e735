import { describe, expect, test, vi } from 'vitest';
import { dataAnswer, errorAnswer, startServer } from './answering-server.fixture.ts';
import { createClient } from './client.ts';
import type { Operation } from './operation.ts';
import { DataVersion } from './operations.ts';

const good = dataAnswer({ dataVersion: 3 });
const who = errorAnswer('UNAUTHENTICATED', 'Who?', { status: 401 });
const mutation = 'mutation Record { record { id } }' as Operation<{ record: { id: string } }, object>;

/** Gives t1, t2 and so on, each after a moment. */
const tokens = () => {
  let count = 0;
  return vi.fn(async () => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    count += 1;
    return `t${count}`;
  });
};

test('a value is sent with each call', async () => {
  const { url, received } = await startServer(good);
  await createClient({ url, auth: 't0', headers: { authorization: 'Basic x' } }).run(DataVersion);
  expect(received[0]?.headers.authorization).toBe('Bearer t0');
});

test('a function is asked once for all that wait, and not again while its token is good', async () => {
  const { url, received } = await startServer(good);
  const auth = tokens();
  const client = createClient({ url, auth });
  expect(auth).not.toHaveBeenCalled();
  await Promise.all(Array.from({ length: 8 }, () => client.run(DataVersion)));
  await client.run(DataVersion);
  expect(auth).toHaveBeenCalledTimes(1);
  expect(new Set(received.map(({ headers }) => headers.authorization))).toEqual(new Set(['Bearer t1']));
});

describe('a token that is refused', () => {
  test.each([
    ['by 401', who],
    ['by 401 of a proxy', { status: 401, body: '<p>' }],
    ['by its code', errorAnswer('UNAUTHENTICATED', 'Who?')],
  ])('%s is replaced, even where nothing else is retried', async (_name, refusal) => {
    const { url, received } = await startServer(refusal, good);
    const { meta } = await createClient({ url, auth: tokens(), retry: false }).run(DataVersion).withMeta();
    expect(meta.attempts).toBe(2);
    expect(received.map(({ headers }) => headers.authorization)).toEqual(['Bearer t1', 'Bearer t2']);
  });

  test('is replaced once for all calls that it failed', async () => {
    const { url } = await startServer(who, who, who, good);
    const auth = tokens();
    const client = createClient({ url, auth });
    await Promise.all([1, 2, 3].map(() => client.run(DataVersion)));
    expect(auth).toHaveBeenCalledTimes(2);
  });

  test('is replaced once per call', async () => {
    const { url, received } = await startServer(who);
    await expect(createClient({ url, auth: tokens() }).run(DataVersion)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      status: 401,
    });
    expect(received).toHaveLength(2);
  });

  test('is not sent again when there is no other', async () => {
    const { url, received } = await startServer(who);
    const given = ['t1', null];
    const client = createClient({ url, auth: () => given.shift() });
    await expect(client.run(DataVersion)).rejects.toMatchObject({ status: 401 });
    expect(received).toHaveLength(1);
  });

  test('leaves a mutation alone that may have been executed in part', async () => {
    const part = await startServer(errorAnswer('UNAUTHENTICATED', 'Who?'));
    await expect(createClient({ url: part.url, auth: tokens() }).run(mutation)).rejects.toThrow();
    expect(part.received).toHaveLength(1);
    const none = await startServer(who, dataAnswer({ record: { id: '1' } }));
    await createClient({ url: none.url, auth: tokens() }).run(mutation);
    expect(none.received).toHaveLength(2);
  });
});

test('without a token a call goes out unsigned, and the next one asks anew', async () => {
  const { url, received } = await startServer(good);
  const given: (string | null)[] = [null, 't1'];
  const client = createClient({ url, auth: () => given.shift() });
  await client.run(DataVersion);
  await client.run(DataVersion);
  expect(received.map(({ headers }) => headers.authorization)).toEqual([undefined, 'Bearer t1']);
});

test('a function that fails tells so, and is asked anew', async () => {
  const { url, received } = await startServer(good);
  const auth = vi.fn(async () => 't1').mockRejectedValueOnce(new Error('s3cret'));
  const client = createClient({ url, auth });
  const error = await client.run(DataVersion).catch((reason) => reason);
  expect(error).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(error.message).not.toContain('s3cret');
  expect(received).toHaveLength(0);
  await client.run(DataVersion);
  expect(received).toHaveLength(1);
});

test('a token that cannot be sent is told without it', async () => {
  const client = createClient({ url: 'https://data.example.org/graphql', auth: () => 'Bearer s3cret' });
  const error = await client.run(DataVersion).catch((reason) => reason);
  expect(error.code).toBe('BAD_OPTIONS');
  expect(error.message).not.toContain('s3cret');
});

test('the time of the caller covers the wait for a token', async () => {
  const { url, received } = await startServer(good);
  const client = createClient({ url, auth: () => new Promise(() => undefined), timeoutMs: 20 });
  await expect(client.run(DataVersion)).rejects.toMatchObject({ code: 'TIMEOUT' });
  expect(received).toHaveLength(0);
});
