import type { Reader } from './database/reader.ts';
import type { Restricted } from './database/restricted.ts';
import type { HearVersion } from './database/statement-batch.ts';
import type { Viewer } from './database/viewer.ts';
import type { Locale } from './locale/locale.ts';
import type { Edition } from './publication/edition.ts';

export type { Viewer, ViewerRole } from './database/viewer.ts';

/** What a resolver knows of the request that it answers. One object a request: loaders batch and remember by it. */
export type Context = {
  readonly reader: Reader;
  readonly viewer: Viewer;
  /** Opens the guarded tables for the viewer; null where none may be opened. */
  readonly restricted: Restricted | null;
  /** Names a request that writes, so that sending it again has no second effect. */
  readonly idempotencyKey: string | null;
  /** The language for texts whose field names none. */
  readonly locale: Locale;
  /**
   * The newest edition, when whoever asks knows it and finds out afterwards whether it still was; null to have it
   * read.
   */
  readonly newest: Edition | null;
  /** What is known of the state that the request read. */
  readonly seen: Seen;
  /**
   * What loaders remember for the length of the request, each under a key of its own. It belongs to the request: a
   * weak map beside it would keep all of it from being cleared away with what is short-lived.
   */
  readonly remembered: Map<object, unknown>;
};

/** Which version of the published data a request has read. */
export type Seen = {
  /** The newest, as of any statement; null when there was none. */
  version: number | null;
  /** Whether the version could be read with each statement, and was the same with all. */
  isSure: boolean;
  /** Whether it answers from an edition, even when no statement was needed. */
  usesEdition: boolean;
  /** The edition that it answers from; null when there is none, or several. */
  edition: Edition | null;
};

/** Creates the context of one request. */
export function createContext({
  reader,
  viewer = { role: 'PUBLIC' },
  restricted = null,
  idempotencyKey = null,
  locale = 'EN',
  newest = null,
}: Pick<Context, 'reader'> & Partial<Omit<Context, 'seen' | 'remembered'>>): Context {
  const seen: Seen = { version: null, isSure: true, usesEdition: false, edition: null };
  const hear: HearVersion = (version) => {
    // What differs is of more than one state.
    if (version === null || (seen.version ?? version) !== version) seen.isSure = false;
    if (version !== null) seen.version = Math.max(version, seen.version ?? version);
  };
  return {
    reader: { run: (statement, values) => reader.run(statement, values, hear) },
    viewer,
    restricted,
    idempotencyKey,
    locale,
    newest,
    seen,
    remembered: new Map(),
  };
}
