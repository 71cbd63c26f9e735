import type { ClientBase } from 'pg';
import { FenceError } from './fence-error.ts';
import { GUARDED_TABLES } from './guarded-tables.ts';
import { VIEWER_ROLE } from './restricted.ts';

/** @throws FenceError when the unprivileged role is missing, has rights of its own, or cannot be taken */
export async function requireRole(client: ClientBase): Promise<void> {
  const { rows } = await client.query<Readonly<Record<string, boolean>>>(
    `SELECT rolsuper AS "is a superuser", rolbypassrls AS "passes row-level security (BYPASSRLS)",
            rolcreaterole AS "may make roles", rolcanlogin AS "may sign in",
            EXISTS (SELECT FROM pg_auth_members WHERE member = pg_roles.oid) AS "is a member of another role",
            NOT pg_has_role(oid, 'SET') AS "cannot be taken by the user of the pool"
     FROM pg_roles WHERE rolname = $1`,
    [VIEWER_ROLE],
  );
  const [role] = rows;
  if (role === undefined) throw new FenceError(`the role ${VIEWER_ROLE} is missing`);
  const [wrong] = Object.entries(role).filter(([, isSo]) => isSo);
  if (wrong) throw new FenceError(`the role ${VIEWER_ROLE} ${wrong[0]}`);
}

/** @throws FenceError when a guarded table has no row-level security, or lets its owner pass */
export async function requireTables(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string; enabled: boolean; forced: boolean; owned: boolean }>(
    `SELECT name, coalesce(relrowsecurity, false) AS enabled, coalesce(relforcerowsecurity, false) AS forced,
            relowner = to_regrole($2) AS owned
     FROM unnest($1::text[]) AS name LEFT JOIN pg_class ON pg_class.oid = to_regclass(name) ORDER BY name`,
    [GUARDED_TABLES, VIEWER_ROLE],
  );
  for (const { name, enabled, forced, owned } of rows) {
    if (!enabled) throw new FenceError(`row-level security is not on for ${name}`);
    if (!forced) throw new FenceError(`row-level security of ${name} is not forced on its owner`);
    if (owned) throw new FenceError(`the role ${VIEWER_ROLE} owns ${name}`);
  }
}
