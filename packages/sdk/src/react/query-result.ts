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
  readonly status: 'pending';
  readonly data: undefined;
  readonly error: null;
  readonly isPending: true;
  readonly isError: false;
  readonly isSuccess: false;
};

/** The last question failed. What was answered before is still there. */
export type ErrorResult<Data> = Always & {
  readonly status: 'error';
  readonly data: Data | undefined;
  readonly error: ApiError;
  readonly isPending: false;
  readonly isError: true;
  readonly isSuccess: false;
};

/** Answered. */
export type SuccessResult<Data> = Always & {
  readonly status: 'success';
  readonly data: Data;
  readonly error: null;
  readonly isPending: false;
  readonly isError: false;
  readonly isSuccess: true;
};

/** What is known of a question: `status` says whether there is data or an error. */
export type QueryResult<Data> = PendingResult | ErrorResult<Data> | SuccessResult<Data>;
