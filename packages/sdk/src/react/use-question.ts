import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Client } from '../client.ts';
import type { QueryOptions } from './query-options.ts';
import { createQueryStore, type QueryState, type QueryStore, type Question } from './query-store.ts';

const PENDING: QueryState = {
  status: 'pending',
  data: undefined,
  error: null,
  isFetching: true,
  dataUpdatedAt: 0,
  failureReason: null,
};
const IDLE: QueryState = { ...PENDING, isFetching: false };

const stores = new WeakMap<Client, QueryStore>();

function storeOf(client: Client): QueryStore {
  const store = stores.get(client) ?? createQueryStore();
  stores.set(client, store);
  return store;
}

/** Asks a question as long as the component is there, together with all others that ask the same. */
export function useQuestion(client: Client, question: Question, options: QueryOptions<unknown>) {
  const { enabled = true, initialData, placeholderData } = options;
  const { key } = question;
  const store = storeOf(client);
  const waiting = enabled ? PENDING : IDLE;
  const [first] = useState(() => ({ key, state: initialOf(initialData) }));
  const initial = (first.key === key && first.state) || waiting;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the question and what is shown at first
  const subscribe = useCallback(
    (listener: () => void) => store.subscribe(question, initial, enabled, listener),
    [store, key, enabled],
  );
  const state = useSyncExternalStore(
    subscribe,
    () => store.find(key) ?? initial,
    () => initial,
  );
  const previousData = useRef<unknown>(undefined);
  useEffect(() => {
    if (state.status === 'success') previousData.current = state.data;
  }, [state]);
  const refetch = useCallback(() => store.refetch(key), [store, key]);
  const placeholder = state.status === 'pending' ? placeholderData?.(previousData.current) : undefined;
  const isPlaceholderData = placeholder !== undefined;
  const shown: QueryState = isPlaceholderData ? { ...state, status: 'success', data: placeholder } : state;
  const { status } = shown;
  return {
    ...shown,
    isPending: status === 'pending',
    isError: status === 'error',
    isSuccess: status === 'success',
    isPlaceholderData,
    refetch,
  };
}

function initialOf(data: unknown): QueryState | undefined {
  return data === undefined ? undefined : { ...PENDING, status: 'success', data };
}
