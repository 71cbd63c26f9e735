import type { ApiError } from '../error.ts';
import type { LiveState } from '../live/options.ts';

/** What is known of a question. */
export type QueryState = {
  readonly status: 'pending' | 'error' | 'success';
  readonly data: unknown;
  readonly error: ApiError | null;
  readonly isFetching: boolean;
  readonly dataUpdatedAt: number;
  readonly liveState?: LiveState | undefined;
  readonly failureReason?: ApiError | null;
};

/** Tells what became known. */
export type Tell = (news: Partial<QueryState>) => void;

/** A question: what names it, and what asks it until the signal aborts. */
export type Question = {
  readonly key: string;
  readonly ask: (tell: Tell, signal: AbortSignal) => Promise<void>;
};

type Entry = {
  state: QueryState;
  readonly ask: Question['ask'];
  readonly listeners: Set<() => void>;
  stopper: AbortController | undefined;
};

/** Questions that components ask at the moment, each once however many ask it. */
export type QueryStore = {
  find(key: string): QueryState | undefined;
  /** @returns what ends the subscription; the last one takes the question along */
  subscribe(question: Question, initial: QueryState, isEnabled: boolean, listener: () => void): () => void;
  refetch(key: string): void;
};

export function createQueryStore(): QueryStore {
  const entries = new Map<string, Entry>();

  const start = (entry: Entry) => {
    entry.stopper?.abort();
    const stopper = new AbortController();
    entry.stopper = stopper;
    const tell: Tell = (news) => {
      if (stopper.signal.aborted) return;
      entry.state = { ...entry.state, ...news };
      for (const listener of entry.listeners) listener();
    };
    tell({ isFetching: true, failureReason: null });
    const fail = (error: ApiError) => tell({ status: 'error', error, isFetching: false });
    entry.ask(tell, stopper.signal).catch(fail);
  };
  const subscribe: QueryStore['subscribe'] = ({ key, ask }, initial, isEnabled, listener) => {
    const entry = entries.get(key) ?? { state: initial, ask, listeners: new Set(), stopper: undefined };
    entries.set(key, entry);
    entry.listeners.add(listener);
    if (isEnabled && !entry.stopper) start(entry);
    return () => {
      entry.listeners.delete(listener);
      // Another component may ask the same within this commit; in strict mode, the same one does.
      queueMicrotask(() => {
        if (entry.listeners.size || entries.get(key) !== entry) return;
        entries.delete(key);
        entry.stopper?.abort();
      });
    };
  };
  const refetch = (key: string) => {
    const entry = entries.get(key);
    // One that waits out a failure is asked anew.
    const isBusy = entry?.stopper && entry.state.isFetching && !entry.state.failureReason;
    if (entry && !isBusy) start(entry);
  };
  return { find: (key) => entries.get(key)?.state, subscribe, refetch };
}

/** What an answer makes known. */
export function answered(data: unknown): Partial<QueryState> {
  return { status: 'success', data, error: null, isFetching: false, dataUpdatedAt: Date.now() };
}

/** Names a question: the same for the same, in whatever order its variables come. */
export function keyOf(operation: unknown, ...details: readonly unknown[]): string {
  const ordered = (_name: string, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort())
      : value;
  return operation + JSON.stringify(details, ordered);
}
