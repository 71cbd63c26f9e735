import type { Reader } from './database/reader.ts';
import type { Locale } from './locale/locale.ts';

/** Who asks. */
export type Viewer = { readonly role: 'PUBLIC' };

/** What a resolver knows of the request that it answers. One object a request: loaders batch and remember by it. */
export type Context = {
  readonly reader: Reader;
  readonly viewer: Viewer;
  /** The language for texts whose field names none. */
  readonly locale: Locale;
};

/** Creates the context of one request. */
export function createContext({
  reader,
  viewer = { role: 'PUBLIC' },
  locale = 'EN',
}: Pick<Context, 'reader'> & Partial<Context>): Context {
  return { reader, viewer, locale };
}
