import { readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { EmbeddedPostgresError } from './embedded-error.ts';

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Makes the names under which PostgreSQL's programs find their libraries. An npm package holds no links, so its install
 * step makes them from a list; package managers that run no such steps leave the programs unable to start.
 *
 * @param native the folder with the programs
 * @throws EmbeddedPostgresError when a link is missing and cannot be made
 */
export async function linkLibraries(native: string): Promise<void> {
  const text = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of links.parse(JSON.parse(text))) {
    const link = within(native, target);
    await symlink(path.relative(path.dirname(link), within(native, source)), link).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw EmbeddedPostgresError.notLinked(link, error.message);
      },
    );
  }
}

/** The list names files from the package's folder. */
const within = (native: string, name: string) => path.join(path.dirname(native), name);
