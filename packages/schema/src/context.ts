import type { Reader } from './database/reader.ts';
import type { Restricted } from './database/restricted.ts';
import type { Viewer } from './database/viewer.ts';
import type { Locale } from './locale/locale.ts';

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
};

/** Creates the context of one request. */
export function createContext({
  reader,
  viewer = { role: 'PUBLIC' },
  restricted = null,
  idempotencyKey = null,
  locale = 'EN',
}: Pick<Context, 'reader'> & Partial<Context>): Context {
  return { reader, viewer, restricted, idempotencyKey, locale };
}
