import pg from 'pg';

const JSON_TYPES: ReadonlySet<number> = new Set([pg.types.builtins.JSON, pg.types.builtins.JSONB]);
/** Longest text whose value is remembered. */
const LONGEST = 1_000;
/** Most values that are remembered of one kind. */
const MOST = 2_000;

/** Remembers what texts mean: names, titles and instants come up again and again. Nobody changes what was read. */
function remember<Value>(parse: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = parse(text);
    if (text.length > LONGEST) return value;
    if (known.size >= MOST) known.clear();
    known.set(text, value);
    return value;
  };
}

const parseJson = remember<unknown>(JSON.parse);
const parseInstant = remember<unknown>(pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ));

/** How the values of a type of PostgreSQL are read. */
export function parserOf(type: number): (text: string) => unknown {
  if (JSON_TYPES.has(type)) return parseJson;
  if (type === pg.types.builtins.TIMESTAMPTZ) return parseInstant;
  return pg.types.getTypeParser(type);
}
