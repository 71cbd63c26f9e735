import pg from 'pg';

type Parse = (text: string) => unknown;

const { JSON: JSON_TEXT, JSONB, TIMESTAMPTZ } = pg.types.builtins;
const parseInstant = pg.types.getTypeParser(TIMESTAMPTZ);

/** Longest text whose value is remembered. */
const LONGEST = 1_000;
/** Most values that are remembered of one column. */
const MOST = 1_000;

/**
 * Remembers what the texts of a column mean: names and instants come up again and again. Nobody changes what was read.
 * Where most texts are new, such as titles of many activities, to look for them would cost more than to read them.
 */
function remember(parse: Parse): Parse {
  const known = new Map<string, unknown>();
  let found = 0;
  let isWorthwhile = true;
  return (text) => {
    if (!isWorthwhile || text.length > LONGEST) return parse(text);
    const value = known.get(text);
    if (value !== undefined) {
      found += 1;
      return value;
    }
    if (known.size >= MOST) {
      isWorthwhile = found > MOST;
      found = 0;
      known.clear();
    }
    const parsed = parse(text);
    known.set(text, parsed);
    return parsed;
  };
}

/** How the values of a column are read that has this type of PostgreSQL. Each column has a reader of its own. */
export function parserOf(type: number): Parse {
  switch (type) {
    case JSON_TEXT:
    case JSONB:
      return remember(JSON.parse);
    case TIMESTAMPTZ:
      return remember(parseInstant);
    default:
      return pg.types.getTypeParser(type);
  }
}
