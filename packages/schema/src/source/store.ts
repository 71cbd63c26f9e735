import type { Kysely, Selectable } from 'kysely';
import { chooseColumns } from '../columns.ts';
import { prepare, prepareCount } from '../database/prepare.ts';
import type { Reader } from '../database/reader.ts';
import { anyOf, countRows, withinWindow } from '../database/sql.ts';
import type { DB, Source } from '../generated/kysely.ts';
import { defineListLoader, defineLoader, groupBy, indexBy } from '../loader.ts';
import type { KeysetWindow } from '../paging/keyset.ts';
import { isCode } from '../scalar/code.ts';

/** A source as it is kept. */
export type SourceRow = Selectable<Source>;

/** Columns of sources. */
export const sourceColumns = chooseColumns<SourceRow>(
  ['id', 'code', 'language', 'title', 'publisher', 'url', 'publishedOn', 'translationOfId'],
  {
    language: ['language'],
    publisher: ['publisher'],
    url: ['url'],
    publishedOn: ['publishedOn'],
    translationOf: ['translationOfId'],
    translations: ['id'],
  },
);

const select = (db: Kysely<DB>) => db.selectFrom('source').selectAll('source');

const readByIds = prepare((db, { ids }: { ids: readonly number[] }) =>
  select(db).where('source.id', '=', anyOf(ids)),
);
const readByCodes = prepare((db, { codes }: { codes: readonly string[] }) =>
  select(db).where('source.code', '=', anyOf(codes)),
);
const readTranslations = prepare((db, { ids }: { ids: readonly number[] }) =>
  select(db).where('source.translationOfId', '=', anyOf(ids)).orderBy('source.code'),
);
const readPage = prepare((db, window: KeysetWindow) => withinWindow(select(db), 'source.code', window));
const readCount = prepareCount((db) => countRows(db.selectFrom('source')));

/** The source with this id. */
export const sourceById = defineLoader<number, SourceRow>(async (ids, { reader }) =>
  indexBy(await readByIds(reader, { ids }), ({ id }) => id),
);

/** The source with this code. */
export const sourceByCode = defineLoader<string, SourceRow>(async (codes, { reader }) =>
  indexBy(await readByCodes(reader, { codes: codes.filter(isCode) }), ({ code }) => code),
);

/** The translations of the source with this id. */
export const translationsOf = defineListLoader<number, SourceRow>(async (ids, { reader }) =>
  groupBy(await readTranslations(reader, { ids }), (row) => row.translationOfId),
);

/** One page of all sources, by code. */
export function listSources(reader: Reader, window: KeysetWindow): Promise<readonly SourceRow[]> {
  return readPage(reader, window);
}

/** How many sources there are. */
export function countSources(reader: Reader): Promise<number> {
  return readCount(reader, {});
}
