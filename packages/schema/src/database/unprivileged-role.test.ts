import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { urlOfDatabase } from '../../../../testing/database.ts';
import { createOwnCluster } from '../../../../testing/own-cluster.ts';
import { proveFences } from './fences.ts';
import { migrate } from './migrate.ts';

const { pool, url, drop } = await createOwnCluster();
afterAll(drop);
// The server of its own has the role already. Under another name it is out of the way, and keeps its grants.
beforeAll(() => pool.query('ALTER ROLE reintegration_viewer RENAME TO of_the_first_database'));

/** A user with these rights who owns an empty database; its address. */
async function createOwner(name: string, rights: string): Promise<string> {
  await pool.query(`CREATE ROLE ${name} LOGIN NOSUPERUSER ${rights} PASSWORD '${name}'`);
  await pool.query(`CREATE DATABASE ${name} OWNER ${name}`);
  const location = new URL(urlOfDatabase(url, name));
  location.username = name;
  location.password = name;
  return location.href;
}

async function prove(address: string): Promise<void> {
  const own = new pg.Pool({ connectionString: address, max: 1 });
  await proveFences(own).finally(() => own.end());
}

it('is asked of an administrator, in the very statements, by a user who may not make roles', async () => {
  const address = await createOwner('plain', 'NOCREATEROLE');
  const failure = String(await migrate(address).catch((error: unknown) => error));
  expect(failure).toContain('The role reintegration_viewer is missing, and plain may not create it.');
  const [, create = '', grant = ''] =
    /An administrator has to run: (CREATE ROLE [^;]+;) (GRANT [^;]+;)/.exec(failure) ?? [];
  await pool.query(create);
  const second = String(await migrate(address).catch((error: unknown) => error));
  expect(second).toContain('plain may not act as reintegration_viewer.');
  expect(second).toContain(grant);
  await pool.query(grant);
  await migrate(address);
  await prove(address);
});

it('is made by a user who may make roles and is no superuser, for itself alone', async () => {
  await pool.query('ALTER ROLE reintegration_viewer RENAME TO of_the_second_database');
  const address = await createOwner('maker', 'CREATEROLE');
  await migrate(address);
  await prove(address);
  const { rows } = await pool.query(
    `SELECT member::regrole::text AS member, inherit_option, set_option FROM pg_auth_members
     WHERE roleid = 'reintegration_viewer'::regrole AND set_option`,
  );
  expect(rows).toEqual([{ member: 'maker', inherit_option: false, set_option: true }]);
});
