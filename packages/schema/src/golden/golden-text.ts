import type { Execution } from '../../../../testing/execute.ts';

const INSTANT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/g;
const CLAUSES = /^(from|inner join|left join|where|order by|limit|and|or)\b/;

/**
 * Names each instant by the order in which it comes up first: equal ones stay equal, and the day of the
 * recording is not in it.
 */
function nameInstants(text: string): string {
  const names = new Map<string, string>();
  return text.replace(INSTANT, (instant) => {
    const name = names.get(instant) ?? `<instant ${names.size + 1}>`;
    names.set(instant, name);
    return name;
  });
}

/** Begins a line with each clause, for people to read. */
function breakLines(sql: string): string {
  let depth = 0;
  let text = '';
  for (let index = 0; index < sql.length; index += 1) {
    const character = sql.charAt(index);
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    const isClause = character === ' ' && depth === 0 && CLAUSES.test(sql.slice(index + 1));
    text += isClause ? '\n' : character;
  }
  return text;
}

/** The answer as it is recorded. */
export function answerText({ data, errors }: Execution): string {
  return `${nameInstants(JSON.stringify({ ...(errors && { errors }), data }, null, 2))}\n`;
}

/** The statements as they are recorded, in order, each with its parameters. */
export function statementsText({ statements }: Execution): string {
  const texts = statements.map(({ sql, parameters }) =>
    [
      ...parameters.map((value, index) => `-- $${index + 1} = ${JSON.stringify(value)}`),
      `${breakLines(sql)};`,
    ].join('\n'),
  );
  return nameInstants(`${texts.join('\n\n')}\n`);
}
