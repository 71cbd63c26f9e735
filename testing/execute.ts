import { graphql } from 'graphql';
import type { Pool } from 'pg';
import {
  createContext,
  createReader,
  createRestricted,
  type Locale,
  type Restricted,
  type Statement,
  schema,
  type Viewer,
} from '../packages/schema/src/index.ts';

/** What a test asks of the contract. */
export type Operation = {
  readonly document: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** What the request's `Accept-Language` would have chosen. */
  readonly locale?: Locale;
  /** Who asks; the public when left out. */
  readonly viewer?: Viewer;
};

/** An error as the caller reads it. */
export type AnswerError = {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
};

/** What came back, as JSON would carry it, and the statements that PostgreSQL was sent, in their order. */
export type Execution = {
  // Tests read what they asked for; a wrong name fails them.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly data: any;
  readonly errors?: readonly AnswerError[];
  readonly statements: readonly Statement[];
};

const opened = new WeakMap<Pool, Restricted>();

/** What opens the guarded tables of a pool, one for each. */
export function restrictedOf(pool: Pool): Restricted {
  const restricted = opened.get(pool) ?? createRestricted(pool);
  opened.set(pool, restricted);
  return restricted;
}

/** Executes one operation as one request. The statements are those of the public reading path. */
export async function execute(
  pool: Pool,
  { document, variables, locale, viewer }: Operation,
): Promise<Execution> {
  const statements: Statement[] = [];
  const reader = createReader(pool, { onStatement: (statement) => statements.push(statement) });
  const result = await graphql({
    schema,
    source: document,
    variableValues: variables ?? {},
    contextValue: createContext({
      reader,
      ...(locale && { locale }),
      ...(viewer && { viewer, restricted: restrictedOf(pool) }),
    }),
  });
  return { ...JSON.parse(JSON.stringify(result)), statements };
}

/** Executes an operation that must succeed; its data. */
export async function query(
  pool: Pool,
  document: string,
  variables?: Operation['variables'],
): Promise<Execution['data']> {
  const { data, errors } = await execute(pool, { document, ...(variables && { variables }) });
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  return data;
}

/** Executes an operation that must be refused; why. */
export async function refusal(
  pool: Pool,
  document: string,
  variables?: Operation['variables'],
): Promise<AnswerError> {
  const { data, errors } = await execute(pool, { document, ...(variables && { variables }) });
  if (errors?.length !== 1)
    throw new Error(`One error was expected, not ${JSON.stringify({ data, errors })}`);
  return errors[0] as AnswerError;
}
