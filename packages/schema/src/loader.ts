import DataLoader from 'dataloader';
import type { Context } from './context.ts';

/** Loads one key; calls of the same tick become one statement. */
export type Load<Key, Value> = (context: Context, key: Key) => Promise<Value | undefined>;

/**
 * Defines a batched look-up that remembers its answers for the length of one request.
 *
 * @param batch - answers many keys at once, by the text of `keyOf`
 * @param keyOf - tells keys apart; keys that are texts or numbers need none
 */
export function defineLoader<Key, Value>(
  batch: (keys: readonly Key[], context: Context) => Promise<ReadonlyMap<string, Value>>,
  keyOf: (key: Key) => string = String,
): Load<Key, Value> {
  const loaders = new WeakMap<Context, DataLoader<Key, Value | undefined, string>>();
  const create = (context: Context) =>
    new DataLoader<Key, Value | undefined, string>(
      async (keys) => {
        const found = await batch(keys, context);
        return keys.map((key) => found.get(keyOf(key)));
      },
      { cacheKeyFn: keyOf },
    );
  return (context, key) => {
    const loader = loaders.get(context) ?? create(context);
    loaders.set(context, loader);
    return loader.load(key);
  };
}

/** Rows by the text of one of their columns. */
export function indexBy<Row>(rows: readonly Row[], keyOf: (row: Row) => unknown): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [String(keyOf(row)), row]));
}

/** Lists of rows by the text of one of their columns, in the order of the rows. */
export function groupBy<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => unknown,
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = String(keyOf(row));
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/**
 * A record that a foreign key of the database vouches for.
 *
 * @throws Error when it is gone all the same: removed between two statements of one answer
 */
export async function required<Row>(found: Promise<Row | undefined>): Promise<Row> {
  const row = await found;
  if (row === undefined) throw new Error('A record that another one points to is gone.');
  return row;
}
