import type { Selectable } from 'kysely';
import type { Reader } from '../database/reader.ts';
import { anyOf, countRows, withinWindow } from '../database/sql.ts';
import type { Source } from '../generated/kysely.ts';
import { defineLoader, groupBy, indexBy } from '../loader.ts';
import type { KeysetWindow } from '../paging/keyset.ts';
import { isCode } from '../scalar/code.ts';

/** A source as it is kept. */
export type SourceRow = Selectable<Source>;

const select = (reader: Reader) => reader.selectFrom('source').selectAll('source');

/** The source with this id. */
export const sourceById = defineLoader<number, SourceRow>(async (ids, { reader }) =>
  indexBy(await select(reader).where('source.id', '=', anyOf(ids)).execute(), ({ id }) => id),
);

/** The source with this code. */
export const sourceByCode = defineLoader<string, SourceRow>(async (codes, { reader }) =>
  indexBy(
    await select(reader)
      .where('source.code', '=', anyOf(codes.filter(isCode)))
      .execute(),
    ({ code }) => code,
  ),
);

/** The translations of the source with this id. */
export const translationsOf = defineLoader<number, readonly SourceRow[]>(async (ids, { reader }) =>
  groupBy(
    await select(reader).where('source.translationOfId', '=', anyOf(ids)).orderBy('source.code').execute(),
    (row) => row.translationOfId,
  ),
);

/** One page of all sources, by code. */
export function listSources(reader: Reader, window: KeysetWindow): Promise<readonly SourceRow[]> {
  return withinWindow(select(reader), 'source.code', window).execute();
}

/** How many sources there are. */
export function countSources(reader: Reader): Promise<number> {
  return countRows(reader.selectFrom('source'));
}
