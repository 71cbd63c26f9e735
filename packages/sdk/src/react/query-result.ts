import type { ApiError } from '../error.ts';

type Always = {
  /** Whether it is being asked at the moment, for the first time or again. */
  readonly isFetching: boolean;
  /** When the data was last answered, in milliseconds since 1970; 0 for none, and for `initialData`. */
  readonly dataUpdatedAt: number;
  /** Whether the data is that of `placeholderData`: of another question. */
  readonly isPlaceholderData: boolean;
  /** Asks again. What is shown stays until there is an answer. */
  readonly refetch: () => void;
};

/** Not answered yet. */
export type PendingResult = Always & {
  /** Always `pending`. */
  readonly status: 'pending';
  /** Nothing is there yet. */
  readonly data: undefined;
  /** Nothing failed. */
  readonly error: null;
  /** Whether nothing was answered yet. */
  readonly isPending: true;
  /** Whether the last question failed. */
  readonly isError: false;
  /** Whether there is an answer. */
  readonly isSuccess: false;
};

/** The last question failed. What was answered before is still there. */
export type ErrorResult<Data> = Always & {
  /** Always `error`. */
  readonly status: 'error';
  /** What was answered before; undefined when nothing was. */
  readonly data: Data | undefined;
  /** Why the last question failed. */
  readonly error: ApiError;
  /** Whether nothing was answered yet. */
  readonly isPending: false;
  /** Whether the last question failed. */
  readonly isError: true;
  /** Whether there is an answer. */
  readonly isSuccess: false;
};

/** Answered. */
export type SuccessResult<Data> = Always & {
  /** Always `success`. */
  readonly status: 'success';
  /** The answer. */
  readonly data: Data;
  /** Nothing failed. */
  readonly error: null;
  /** Whether nothing was answered yet. */
  readonly isPending: false;
  /** Whether the last question failed. */
  readonly isError: false;
  /** Whether there is an answer. */
  readonly isSuccess: true;
};

/** What is known of a question: `status` says whether there is data or an error. */
export type QueryResult<Data> = PendingResult | ErrorResult<Data> | SuccessResult<Data>;
