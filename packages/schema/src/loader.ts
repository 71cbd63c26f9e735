import DataLoader from 'dataloader';
import type { Asked, ColumnChoice, Columns } from './columns.ts';
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

/**
 * Loads one key, with the columns that the field needs whose resolver passes its `info`; all columns without it.
 * Calls of the same tick that need the same columns become one statement.
 */
export type LoadColumns<Key, Value> = (
  context: Context,
  key: Key,
  info?: Asked,
) => Promise<Value | undefined>;

/**
 * Defines a loader that reads no more columns than are asked for.
 *
 * @param choice - how columns are chosen
 * @param batch - answers many keys at once, by the text of `keyOf`
 * @param keyOf - tells keys apart; keys that are texts or numbers need none
 */
export function defineColumnLoader<Row, Key, Value>(
  choice: ColumnChoice<Row>,
  batch: (
    keys: readonly Key[],
    context: Context,
    columns: Columns<Row>,
  ) => Promise<ReadonlyMap<string, Value>>,
  keyOf: (key: Key) => string = String,
): LoadColumns<Key, Value> {
  const loads = new Map<Columns<Row>, Load<Key, Value>>();
  return (context, key, info) => {
    const columns = choice.askedBy(info);
    const load =
      loads.get(columns) ?? defineLoader<Key, Value>((keys, asker) => batch(keys, asker, columns), keyOf);
    loads.set(columns, load);
    return load(context, key);
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

const requiredOf = new WeakMap<Promise<unknown>, Promise<unknown>>();

/**
 * A record that a foreign key of the database vouches for. The same promise is answered by the same.
 *
 * @throws Error when it is gone all the same: removed between two statements of one answer
 */
export function required<Row>(found: Promise<Row | undefined>): Promise<Row> {
  const known = requiredOf.get(found) as Promise<Row> | undefined;
  if (known !== undefined) return known;
  const row = found.then((present) => {
    if (present === undefined) throw new Error('A record that another one points to is gone.');
    return present;
  });
  requiredOf.set(found, row);
  return row;
}
