import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { KeysetWindow } from '../paging/keyset.ts';

/**
 * Any of these values, as one parameter: the statement reads the same however many there are, so that
 * PostgreSQL plans it once.
 */
export function anyOf<Value>(values: readonly Value[]): RawBuilder<Value> {
  return sql<Value>`any(${values})`;
}

/**
 * The one value, or any of several, as one parameter. PostgreSQL reckons with ten values for a list that it does not
 * know yet. Where that makes a plan look dear, it plans the statement again each time; for one value it need not.
 */
export function oneOrAnyOf<Value>(values: readonly Value[]): RawBuilder<Value> {
  return values.length === 1 ? sql<Value>`${values[0]}` : anyOf(values);
}

/** Narrows an ordered list to a keyset window over one unique column. */
export function withinWindow<Tables, From extends keyof Tables, Row>(
  query: SelectQueryBuilder<Tables, From, Row>,
  column: string,
  { after, before, descending, limit }: KeysetWindow,
): SelectQueryBuilder<Tables, From, Row> {
  return query
    .$if(after !== null, (narrowed) => narrowed.where(sql<boolean>`${sql.ref(column)} > ${after}`))
    .$if(before !== null, (narrowed) => narrowed.where(sql<boolean>`${sql.ref(column)} < ${before}`))
    .orderBy(sql.ref(column), descending ? 'desc' : 'asc')
    .limit(limit) as SelectQueryBuilder<Tables, From, Row>;
}

/** How many rows a query has, as its only row. */
export function countRows<Tables, From extends keyof Tables>(
  query: SelectQueryBuilder<Tables, From, object>,
) {
  return query.select(sql<number>`count(*)::int`.as('count')) as SelectQueryBuilder<
    Tables,
    From,
    { count: number }
  >;
}

/** Whether one of these localized columns holds the text, whatever its diacritics and its script. */
export function holdsText(columns: readonly string[], search: string): RawBuilder<boolean> {
  const texts = columns.map((column) => sql`coalesce(search_text(${sql.ref(column)}), '')`);
  return sql<boolean>`strpos(concat_ws(chr(10), ${sql.join(texts)}), fold_text(${search})) > 0`;
}
