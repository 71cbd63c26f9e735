import DataLoader from 'dataloader';
import type { Asked, ColumnChoice, Columns } from './columns.ts';
import type { Context } from './context.ts';
import { ApiError } from './error.ts';

/** Loads one key; calls of the same tick become one statement. */
export type Load<Key, Value> = {
  (context: Context, key: Key): Promise<Value | undefined>;
  /**
   * Loads a record that a foreign key of the database vouches for.
   *
   * @throws Error when it is gone all the same: removed between two statements of one answer
   */
  required(context: Context, key: Key): Promise<Value>;
};

/** What was found, by the text of its key; an error is why that key could not be answered. */
type Found<Value> = ReadonlyMap<string, Value | Error>;
type Answers<Value> = Iterable<readonly [string, Value | Error]>;
type Batch<Key, Value> = (keys: readonly Key[], context: Context) => Promise<Found<Value>>;
type KeyOf<Key> = (key: Key) => string;

/** What was asked for in one request. */
type Loading<Key, Value> = {
  readonly loader: DataLoader<Key, Value | undefined, unknown>;
  readonly required: Map<unknown, Promise<Value>>;
};

/** @param absent - what stands for a key that the batch has no answer to */
function createLoad<Key, Value>(
  batch: Batch<Key, Value>,
  keyOf: KeyOf<Key> | undefined,
  absent?: Value,
): Load<Key, Value> {
  const textOf: KeyOf<Key> = keyOf ?? String;
  const start = (context: Context): Loading<Key, Value> => {
    const find = async (keys: readonly Key[]) => {
      const found = await batch(keys, context);
      return keys.map((key) => found.get(textOf(key)) ?? absent);
    };
    const loader = new DataLoader<Key, Value | undefined, unknown>(find, keyOf && { cacheKeyFn: keyOf });
    return { loader, required: new Map() };
  };
  const loadingOf = (context: Context) => {
    const known = context.remembered.get(start) as Loading<Key, Value> | undefined;
    if (known !== undefined) return known;
    const loading = start(context);
    context.remembered.set(start, loading);
    return loading;
  };
  const load = (context: Context, key: Key) => loadingOf(context).loader.load(key);
  const required = (context: Context, key: Key) => {
    const loading = loadingOf(context);
    const name = keyOf === undefined ? key : keyOf(key);
    const known = loading.required.get(name);
    if (known !== undefined) return known;
    const found = loading.loader.load(key).then(requirePresent<Value>);
    loading.required.set(name, found);
    return found;
  };
  return Object.assign(load, { required });
}

function requirePresent<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('A record that another one points to is gone.');
  return value;
}

/**
 * Defines a batched look-up that remembers its answers for the length of one request.
 *
 * @param batch - answers many keys at once, by the text of `keyOf`
 * @param keyOf - tells keys apart; keys that are texts or numbers need none
 */
export function defineLoader<Key, Value>(batch: Batch<Key, Value>, keyOf?: KeyOf<Key>): Load<Key, Value> {
  return createLoad(batch, keyOf);
}

/**
 * Loads one key, with the columns that the field needs whose resolver passes its `info`; all columns without it.
 * Calls of the same tick that need the same columns become one statement.
 */
export type LoadColumns<Key, Value> = {
  (context: Context, key: Key, info?: Asked): Promise<Value | undefined>;
  /** As that of {@link Load}. */
  required(context: Context, key: Key, info?: Asked): Promise<Value>;
};

type BatchOfColumns<Row, Key, Value> = (
  keys: readonly Key[],
  context: Context,
  columns: Columns<Row>,
) => Promise<Found<Value>>;

function createColumnLoad<Row, Key, Value>(
  choice: ColumnChoice<Row>,
  batch: BatchOfColumns<Row, Key, Value>,
  keyOf: KeyOf<Key> | undefined,
  absent?: Value,
): LoadColumns<Key, Value> {
  const loads = new Map<Columns<Row>, Load<Key, Value>>();
  const loadOf = (info: Asked | undefined) => {
    const columns = choice.askedBy(info);
    const known = loads.get(columns);
    if (known !== undefined) return known;
    const load = createLoad<Key, Value>((keys, context) => batch(keys, context, columns), keyOf, absent);
    loads.set(columns, load);
    return load;
  };
  const load = (context: Context, key: Key, info?: Asked) => loadOf(info)(context, key);
  const required = (context: Context, key: Key, info?: Asked) => loadOf(info).required(context, key);
  return Object.assign(load, { required });
}

/**
 * Defines a loader that reads no more columns than are asked for.
 *
 * @param choice - how columns are chosen
 * @param batch - answers many keys at once, by the text of `keyOf`
 * @param keyOf - tells keys apart; keys that are texts or numbers need none
 */
export function defineColumnLoader<Row, Key, Value>(
  choice: ColumnChoice<Row>,
  batch: BatchOfColumns<Row, Key, Value>,
  keyOf?: KeyOf<Key>,
): LoadColumns<Key, Value> {
  return createColumnLoad(choice, batch, keyOf);
}

/** Loads the list of one key, which may be empty. */
export type LoadList<Key, Row> = (context: Context, key: Key, info?: Asked) => Promise<readonly Row[]>;

/** Defines a loader of lists: as {@link defineLoader}, but the list of a key without rows is empty. */
export function defineListLoader<Key, Row>(
  batch: Batch<Key, readonly Row[]>,
  keyOf?: KeyOf<Key>,
): LoadList<Key, Row> {
  // None is absent, so nothing has to be required.
  return createLoad<Key, readonly Row[]>(batch, keyOf, []) as LoadList<Key, Row>;
}

/** Defines a loader of lists: as {@link defineColumnLoader}, but the list of a key without rows is empty. */
export function defineColumnListLoader<Columned, Key, Row>(
  choice: ColumnChoice<Columned>,
  batch: BatchOfColumns<Columned, Key, readonly Row[]>,
  keyOf?: KeyOf<Key>,
): LoadList<Key, Row> {
  return createColumnLoad<Columned, Key, readonly Row[]>(choice, batch, keyOf, []) as LoadList<Key, Row>;
}

/**
 * Reads groups of keys side by side. What is refused is told to the keys that it is for, and to no others: fields
 * that were asked for in the same tick have nothing else to do with each other.
 *
 * @param groupOf - tells groups apart
 * @param read - answers the keys of one group, by the text of `keyOf`; when it throws a refusal, each is read alone
 */
export async function readGroups<Key, Value>(
  keys: readonly Key[],
  keyOf: KeyOf<Key>,
  groupOf: KeyOf<Key>,
  read: (group: readonly Key[]) => Promise<Answers<Value>>,
): Promise<Found<Value>> {
  const answer = async (group: readonly Key[]): Promise<Answers<Value>> => {
    try {
      return await read(group);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return group.length > 1
        ? readGroups(group, keyOf, keyOf, read)
        : group.map((key) => [keyOf(key), error] as const);
    }
  };
  const answers = await Promise.all([...groupBy(keys, groupOf).values()].map(answer));
  return new Map(answers.flatMap((found) => [...found]));
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

/** Each list, or why it is refused: it has more rows than the most that are told. */
export function refuseLonger<Row>(
  lists: ReadonlyMap<string, readonly Row[]>,
  most: number,
  refuse: () => ApiError,
): [string, readonly Row[] | ApiError][] {
  return [...lists].map(([key, rows]) => [key, rows.length > most ? refuse() : rows]);
}
