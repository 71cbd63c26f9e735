import { expect, test, vi } from 'vitest';
import { ApiError } from '../error.ts';
import { answered, createQueryStore, keyOf, type QueryState, type Tell } from './query-store.ts';

const PENDING: QueryState = {
  status: 'pending',
  data: undefined,
  error: null,
  isFetching: true,
  dataUpdatedAt: 0,
};

/** A question that is answered when the test says so. */
function createQuestion(key = 'key') {
  const asked: { tell: Tell; signal: AbortSignal; fail(error: ApiError): void }[] = [];
  const ask = (tell: Tell, signal: AbortSignal) =>
    new Promise<void>((_resolve, fail) => asked.push({ tell, signal, fail }));
  return { question: { key, ask }, asked };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test('one question is asked once, and all who ask it hear the answer', () => {
  const store = createQueryStore();
  const { question, asked } = createQuestion();
  const listeners = [vi.fn(), vi.fn()];
  for (const listener of listeners) store.subscribe(question, PENDING, true, listener);
  expect(asked).toHaveLength(1);
  asked[0]?.tell(answered('data'));
  expect(store.find('key')).toMatchObject({ status: 'success', data: 'data', isFetching: false });
  for (const listener of listeners) expect(listener).toHaveBeenCalled();
});

test('it is aborted with the last who asks it, and forgotten', async () => {
  const store = createQueryStore();
  const { question, asked } = createQuestion();
  const [first, second] = [1, 2].map(() => store.subscribe(question, PENDING, true, () => {}));
  first?.();
  await settle();
  expect(asked[0]?.signal.aborted).toBe(false);
  second?.();
  await settle();
  expect(asked[0]?.signal.aborted).toBe(true);
  expect(store.find('key')).toBeUndefined();
  asked[0]?.tell(answered('too late'));
  asked[0]?.fail(new ApiError('ABORTED', 'x'));
  await settle();
  expect(store.find('key')).toBeUndefined();
});

test('who goes and comes back at once, as in strict mode, does not ask twice', async () => {
  const store = createQueryStore();
  const { question, asked } = createQuestion();
  store.subscribe(question, PENDING, true, () => {})();
  store.subscribe(question, PENDING, true, () => {});
  await settle();
  expect(asked).toHaveLength(1);
  expect(asked[0]?.signal.aborted).toBe(false);
});

test('a failure keeps what was answered before, and can be asked again', async () => {
  const store = createQueryStore();
  const { question, asked } = createQuestion();
  store.subscribe(question, PENDING, true, () => {});
  store.refetch('key');
  expect(asked).toHaveLength(1);
  asked[0]?.tell(answered('data'));
  store.refetch('key');
  const error = new ApiError('TIMEOUT', 'x');
  asked[1]?.fail(error);
  await settle();
  expect(store.find('key')).toMatchObject({ status: 'error', data: 'data', error, isFetching: false });
  store.refetch('key');
  expect(store.find('key')?.isFetching).toBe(true);
  asked[2]?.tell(answered('new'));
  expect(store.find('key')).toMatchObject({ status: 'success', data: 'new', error: null });
});

test('one that waits out a failure can be asked anew', () => {
  const store = createQueryStore();
  const { question, asked } = createQuestion();
  store.subscribe(question, PENDING, true, () => {});
  asked[0]?.tell({ failureReason: new ApiError('NETWORK', 'x') });
  store.refetch('key');
  expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  expect(store.find('key')?.failureReason).toBeNull();
});

test('it is not asked before somebody wants it', () => {
  const store = createQueryStore();
  const { question, asked } = createQuestion();
  store.subscribe(question, PENDING, false, () => {});
  expect(asked).toHaveLength(0);
  store.subscribe(question, PENDING, true, () => {});
  expect(asked).toHaveLength(1);
});

test('asking again for what nobody asks does nothing', () => {
  expect(() => createQueryStore().refetch('key')).not.toThrow();
});

test('a question has one name, in whatever order its variables come', () => {
  const name = keyOf('query', { a: 1, b: { c: [1, 2], d: null } }, 'EN');
  expect(keyOf('query', { b: { d: null, c: [1, 2] }, a: 1 }, 'EN')).toBe(name);
  expect(keyOf('query', { a: 1, b: { c: [2, 1], d: null } }, 'EN')).not.toBe(name);
  expect(keyOf('query', { a: 1, b: { c: [1, 2], d: null } }, 'SR_LATN')).not.toBe(name);
  expect(keyOf('other', { a: 1, b: { c: [1, 2], d: null } }, 'EN')).not.toBe(name);
});
