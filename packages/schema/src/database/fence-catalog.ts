import type { ClientBase } from 'pg';
import { askTogether } from './ask-together.ts';
import { FenceError } from './fence-error.ts';
import { GUARDED_TABLES } from './guarded-tables.ts';
import { VIEWER_ROLE } from './restricted.ts';

type Table = {
  readonly name: string;
  readonly enabled: boolean;
  readonly forced: boolean;
  readonly owned: boolean;
};

/** What the unprivileged role may try with a table at all. */
export type Means = { readonly select: boolean; readonly delete: boolean; readonly update: string | null };

/**
 * Reads what the catalog says of the unprivileged role and of the guarded tables.
 *
 * @param before - statements to begin with
 * @returns what the role may try, by the table's name
 * @throws FenceError when the role is missing, has rights of its own, or cannot be taken; and when a table has no
 * row-level security, lets its owner pass, or has a policy whose plan keeps for whom it was made
 */
export async function readCatalog(
  client: ClientBase,
  before: readonly string[],
): Promise<ReadonlyMap<string, Means>> {
  const role = client.escapeLiteral(VIEWER_ROLE);
  const guarded = `unnest(ARRAY[${GUARDED_TABLES.map((name) => client.escapeLiteral(name))}]) AS name`;
  const answers = await askTogether(client, [
    ...before,
    `SELECT rolsuper AS "is a superuser", rolbypassrls AS "passes row-level security (BYPASSRLS)",
            rolcreaterole AS "may make roles", rolcanlogin AS "may sign in",
            EXISTS (SELECT FROM pg_auth_members WHERE member = pg_roles.oid) AS "is a member of another role",
            NOT pg_has_role(oid, 'SET') AS "cannot be taken by the user of the pool"
     FROM pg_roles WHERE rolname = ${role}`,
    `SELECT name, coalesce(relrowsecurity, false) AS enabled, coalesce(relforcerowsecurity, false) AS forced,
            relowner = to_regrole(${role}) AS owned
     FROM ${guarded} LEFT JOIN pg_class ON pg_class.oid = to_regclass(name) ORDER BY name`,
    `SELECT name, has_table_privilege(viewer, relation, 'SELECT') AS select,
            has_table_privilege(viewer, relation, 'DELETE') AS delete,
            (SELECT attname FROM pg_attribute WHERE attrelid = relation AND attnum > 0 AND NOT attisdropped
               AND has_column_privilege(viewer, relation, attnum, 'UPDATE') LIMIT 1) AS update
     FROM ${guarded}, to_regclass(name) AS relation, to_regrole(${role}) AS viewer`,
    `SELECT DISTINCT name, proname AS function
     FROM ${guarded} JOIN pg_policy ON polrelid = to_regclass(name)
       JOIN pg_depend ON classid = 'pg_policy'::regclass AND objid = pg_policy.oid AND refclassid = 'pg_proc'::regclass
       JOIN pg_proc ON pg_proc.oid = refobjid
     WHERE provolatile = 'i' ORDER BY name, function`,
  ]);
  const [roles = [], tables = [], means = [], folded = []] = answers
    .slice(before.length)
    .map(({ rows }) => rows);
  requireRole(roles);
  requireTables(tables);
  requirePlans(folded);
  return new Map(means.map(({ name, ...rest }) => [name, rest]));
}

function requireRole([role]: readonly Readonly<Record<string, boolean>>[]): void {
  if (role === undefined) throw new FenceError(`the role ${VIEWER_ROLE} is missing`);
  const [wrong] = Object.entries(role).filter(([, isSo]) => isSo);
  if (wrong) throw new FenceError(`the role ${VIEWER_ROLE} ${wrong[0]}`);
}

function requireTables(tables: readonly Table[]): void {
  for (const { name, enabled, forced, owned } of tables) {
    if (!enabled) throw new FenceError(`row-level security is not on for ${name}`);
    if (!forced) throw new FenceError(`row-level security of ${name} is not forced on its owner`);
    if (owned) throw new FenceError(`the role ${VIEWER_ROLE} owns ${name}`);
  }
}

function requirePlans([folded]: readonly Readonly<Record<string, string>>[]): void {
  if (folded === undefined) return;
  throw new FenceError(
    `policies of ${folded.name} ask ${folded.function}(), which is IMMUTABLE: plans would keep its answer for others`,
  );
}
