/**
 * The platform's `AbortSignal`. Told this way, the package's types also compile where neither the DOM's types nor
 * Node's are loaded.
 */
export type PlatformSignal = typeof globalThis extends { AbortSignal: { prototype: infer Signal } }
  ? Signal
  : unknown;

/** What the client hands to `fetch`. */
export type FetchInit = {
  /** `GET`, or `POST`. */
  readonly method: string;
  /** Names in lower case. */
  readonly headers: Record<string, string>;
  /** JSON; not there for a GET. */
  readonly body?: string;
  /** Aborts when the caller does, or when time is up. */
  readonly signal: PlatformSignal;
};

/** What the client needs of an answer. */
export type FetchResponse = {
  /** HTTP status. */
  readonly status: number;
  /** Where the answer came from. */
  readonly url?: string;
  /** Whether that is another place than the one that was asked. */
  readonly redirected?: boolean;
  /** What comes with the answer, by names in any case. */
  readonly headers: {
    /** The value of a header; null when there is none. */
    get(name: string): string | null;
  };
  /** Reads the answer to its end. */
  text(): Promise<string>;
  /** The answer piece by piece. Without it, changes are not heard of as they happen. */
  readonly body?: {
    /** Reads it, and keeps others from doing so. */
    getReader(): BodyReader;
  } | null;
};

type BodyReader = {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  cancel(): Promise<unknown>;
};

/** What the client needs of `fetch`. The platform's own fits, and so does any stand-in. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;
