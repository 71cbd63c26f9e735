import { graphql } from 'graphql';
import type { Pool } from 'pg';
import {
  createContext,
  createReader,
  issueKey,
  type KeyInput,
  OPERATOR,
  Refusal,
  type Statement,
  schema,
  type Viewer,
} from '../packages/schema/src/index.ts';
import { type Execution, type Operation, restrictedOf } from './execute.ts';

/** A viewer that is not the public. */
export type KnownViewer = Exclude<Viewer, { readonly role: 'PUBLIC' }>;

/** A viewer of one organization and project, the first of the dataset, unless told otherwise. */
export function viewerOf(role: KnownViewer['role'], given: Partial<KnownViewer> = {}): KnownViewer {
  return { role, caller: 'key:test', organizationId: 1, projectIds: [1], cityIds: [], ...given };
}

/** Executes one operation as a viewer. The statements are those of the public reading path alone. */
export async function executeAs(
  pool: Pool,
  viewer: Viewer,
  document: string,
  variables: Operation['variables'] = {},
): Promise<Execution> {
  const statements: Statement[] = [];
  const reader = createReader(pool, { onStatement: (statement) => statements.push(statement) });
  const result = await graphql({
    schema,
    source: document,
    variableValues: variables,
    contextValue: createContext({ reader, viewer, restricted: restrictedOf(pool) }),
  });
  return { ...JSON.parse(JSON.stringify(result)), statements };
}

/** Executes an operation as a viewer that must succeed; its data. */
export async function queryAs(...asked: Parameters<typeof executeAs>): Promise<Execution['data']> {
  const { data, errors } = await executeAs(...asked);
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  return data;
}

/** Issues a key, of a partner in Pirot unless told otherwise. */
export async function addKey(
  pool: Pool,
  given: Partial<KeyInput> = {},
): Promise<{ readonly id: string; readonly key: string }> {
  const isPartner = (given.role ?? 'PARTNER') === 'PARTNER';
  const input = {
    role: 'PARTNER',
    organization: 'idc',
    projects: ['reintegration-ii'],
    cities: isPartner ? ['pirot'] : [],
    expiresOn: null,
    ...given,
  } as const;
  const issuer = { reader: createReader(pool), restricted: restrictedOf(pool), viewer: OPERATOR };
  const issued = await issueKey(issuer, input);
  if (issued instanceof Refusal) throw new Error(JSON.stringify(issued.problems));
  return { id: issued.row.id, key: issued.key };
}

/** Adds a second project, with nothing in it. Its id. */
export async function addProject(pool: Pool, code = 'other'): Promise<number> {
  const { rows } = await pool.query<{ id: number }>(
    `INSERT INTO project (code, title) VALUES ($1, '{"en": "Other"}') RETURNING id`,
    [code],
  );
  return rows[0]?.id ?? 0;
}
