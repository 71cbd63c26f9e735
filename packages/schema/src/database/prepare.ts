import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import { Columns } from '../columns.ts';
import type { DB } from '../generated/kysely.ts';
import { camelCase } from './camel-case.ts';
import type { Reader } from './reader.ts';
import type { Prepared } from './statement-batch.ts';
import { nameOf } from './statement-name.ts';

/** What a value is before it is known. */
class Slot {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

type Values = Readonly<Record<string, unknown>>;

/**
 * Most statements that are kept, here and by each connection of PostgreSQL. Whoever asks for ever other columns under
 * ever other conditions could fill the memory of both: what comes later is built, sent and forgotten each time.
 */
const MOST_KEPT = 1_000;
let kept = 0;

/** A query that has been built. */
export type Compilable<Row> = { compile(): CompiledQuery<Row> };

const compiler = new Kysely<DB>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
  plugins: [camelCase],
});

/** What makes another statement of the same values: whether one is given, what a flag says, which columns are read. */
function shapeOf(values: Values): string {
  let shape = '';
  for (const name in values) {
    const value = values[name];
    if (value === null) shape += '-';
    else if (typeof value === 'boolean') shape += value ? 't' : 'f';
    else shape += value instanceof Columns ? `(${value.key})` : '+';
  }
  return shape;
}

/** Flags, columns and what is absent stand as they are; in the place of any other value stands its name. */
function slotsOf<Given extends Values>(values: Given): Given {
  const slots = Object.entries(values).map(([name, value]) => [
    name,
    value === null || typeof value === 'boolean' || value instanceof Columns ? value : new Slot(name),
  ]);
  return Object.fromEntries(slots);
}

/** Prepares a statement that counts: its one row has a `count`. */
export function prepareCount<Given extends Values>(
  build: (db: Kysely<DB>, values: Given) => Compilable<{ count: number }>,
): (reader: Reader, values: Given) => Promise<number> {
  const read = prepare(build);
  return async (reader, values) => (await read(reader, values))[0]?.count ?? 0;
}

/**
 * Prepares a statement that is built and compiled once for each shape of its values: which of them are null, what
 * those say that are true or false, and which columns are chosen. When it is built, no other value is known yet: it may be passed on to the
 * query, and not be looked into.
 *
 * @param isWaiting - whether it waits for others by its nature: then it is sent alone
 * @example
 * const readProjects = prepare((db, { codes }: { codes: readonly string[] }) =>
 *   db.selectFrom('project').selectAll().where('code', '=', anyOf(codes)));
 * const rows = await readProjects(reader, { codes: ['reintegration-ii'] });
 */
export function prepare<Given extends Values, Row>(
  build: (db: Kysely<DB>, values: Given) => Compilable<Row>,
  { isWaiting = false } = {},
): (reader: Reader, values: Given) => Promise<readonly Row[]> {
  const known = new Map<string, Prepared>();
  const compile = (values: Given): Prepared => {
    const { sql, parameters } = build(compiler, slotsOf(values)).compile();
    const isKept = kept < MOST_KEPT;
    return { sql, name: isKept ? nameOf(sql) : '', parameters, isWaiting, isSlow: false };
  };
  return (reader, values) => {
    const shape = shapeOf(values);
    let statement = known.get(shape);
    if (statement === undefined) {
      statement = compile(values);
      if (statement.name !== '') {
        known.set(shape, statement);
        kept += 1;
      }
    }
    const given = statement.parameters.map((value) => (value instanceof Slot ? values[value.name] : value));
    return reader.run(statement, given) as Promise<readonly Row[]>;
  };
}
