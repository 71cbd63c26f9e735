import pg from 'pg';

type Parse = (text: string) => unknown;

const { JSON: JSON_TEXT, JSONB, TIMESTAMPTZ } = pg.types.builtins;
const parseInstant = pg.types.getTypeParser(TIMESTAMPTZ);

/** Longest text whose value is remembered. */
const LONGEST = 1_000;
/** Most values that are remembered of one type, whatever the number of columns. */
const MOST = 2_000;
/** Values of a column that are looked for before it is said whether that is worthwhile. */
const ENOUGH = 1_000;

/**
 * Remembers what texts mean: names and instants come up again and again. Nobody changes what was read. A column most of
 * whose texts are new, such as titles of many activities, takes no part: to look for them would cost more than to read
 * them.
 */
function rememberFor(parse: Parse): () => Parse {
  const known = new Map<string, unknown>();
  return () => {
    let asked = 0;
    let found = 0;
    let isWorthwhile = true;
    return (text) => {
      if (!isWorthwhile || text.length > LONGEST) return parse(text);
      asked += 1;
      const value = known.get(text);
      if (value !== undefined) {
        found += 1;
        return value;
      }
      if (asked >= ENOUGH) {
        isWorthwhile = found > asked / 2;
        asked = 0;
        found = 0;
      }
      if (known.size >= MOST) known.clear();
      const parsed = parse(text);
      known.set(text, parsed);
      return parsed;
    };
  };
}

const rememberJson = rememberFor(JSON.parse);
const rememberInstant = rememberFor(parseInstant);

/** How the values of a column are read that has this type of PostgreSQL. Each column takes one of its own. */
export function parserOf(type: number): Parse {
  switch (type) {
    case JSON_TEXT:
    case JSONB:
      return rememberJson();
    case TIMESTAMPTZ:
      return rememberInstant();
    default:
      return pg.types.getTypeParser(type);
  }
}
