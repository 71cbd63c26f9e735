/**
 * The platform's `AbortSignal`. Told this way, the package's types also compile where neither the DOM's types nor
 * Node's are loaded.
 */
export type PlatformSignal = typeof globalThis extends { AbortSignal: { prototype: infer Signal } }
  ? Signal
  : unknown;

/** What the client hands to `fetch`. */
export type FetchInit = {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly signal: PlatformSignal;
};

/** What the client needs of an answer. */
export type FetchResponse = {
  readonly status: number;
  readonly url?: string;
  readonly redirected?: boolean;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
  /** The answer piece by piece. Without it, changes are not heard of as they happen. */
  readonly body?: { getReader(): BodyReader } | null;
};

type BodyReader = {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  cancel(): Promise<unknown>;
};

/** What the client needs of `fetch`. The platform's own fits, and so does any stand-in. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;
