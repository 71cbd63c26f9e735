import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { EmbeddedPostgresError } from './embedded-error.ts';
import { postgresUser } from './os-user.ts';
import { holdsCluster, prepareDataFolder } from './prepare-folder.ts';

const user = postgresUser();

async function useFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'reintegration-prepare-'));
  await chmod(folder, 0o755);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(() => null).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(EmbeddedPostgresError);
  return (error as Error).message;
}

it('is made with its parents, open to whom PostgreSQL runs as whatever the mask', async () => {
  const folder = await useFolder();
  const wanted = path.join(folder, 'a', 'b', 'c');
  const mask = process.umask(0o077);
  await prepareDataFolder(wanted, user).finally(() => process.umask(mask));
  expect((await stat(wanted)).mode & 0o777).toBe(user === null ? 0o700 : 0o755);
  await expect(prepareDataFolder(wanted, user)).resolves.toBeUndefined();
});

it('may not be a file, nor below one', async () => {
  const file = path.join(await useFolder(), 'file');
  await writeFile(file, '');
  expect(await refusalOf(prepareDataFolder(file, user))).toMatch(/which is a file; expected a folder/);
  const below = path.join(file, 'x', 'y');
  expect(await refusalOf(prepareDataFolder(below, user))).toContain(
    `DATA_DIR is ${below}, but ${file} is a file; expected a folder`,
  );
});

it.runIf(process.platform === 'linux')('may not be where nothing can be made', async () => {
  expect(await refusalOf(prepareDataFolder('/proc/x/y', user))).toContain(
    'DATA_DIR is /proc/x/y, which this user may not write to',
  );
});

it.runIf(user !== null)('is refused to an ordinary user who may not write there', async () => {
  const folder = await useFolder();
  const script = `
    import { prepareDataFolder } from ${JSON.stringify(new URL('./prepare-folder.ts', import.meta.url).href)};
    process.setgid(65534); process.setuid(65534);
    await prepareDataFolder(${JSON.stringify(path.join(folder, 'data'))}, null).catch((error) => console.log(error.name, error.message));
  `;
  // Reached as root, as an ordinary user may be unable to enter the folder of the sources.
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(stdout).toMatch(/^EmbeddedPostgresError DATA_DIR is .*, which this user may not write to.*Choose/);
});

it('holds no cluster when it is absent or empty, and one when it says so', async () => {
  const folder = await useFolder();
  expect(await holdsCluster(path.join(folder, 'absent'))).toBe(false);
  expect(await holdsCluster(folder)).toBe(false);
  await writeFile(path.join(folder, 'PG_VERSION'), '18\n');
  expect(await holdsCluster(folder)).toBe(true);
});

it('with foreign files is refused, and left as it is', async () => {
  const folder = path.join(await useFolder(), 'postgres');
  await mkdir(folder);
  await writeFile(path.join(folder, 'letter.txt'), '');
  expect(await refusalOf(holdsCluster(folder))).toContain(
    `${folder} is not empty and holds no database of the gateway`,
  );
  expect(await readdir(folder)).toEqual(['letter.txt']);
  expect(await refusalOf(holdsCluster(path.join(folder, 'letter.txt')))).toContain('is a file');
});
