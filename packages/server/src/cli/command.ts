import { ConfigError, parseConfig, type ServerConfig } from '../config/config.ts';
import { readEnvironment } from '../config/env.ts';
import { defaultDataDirectory } from '../database/data-directory.ts';
import { type OpenDatabase, openDatabase } from '../database/open-database.ts';

/** Tells a person what is going on. Standard error, so that standard output stays for answers. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Reads the configuration of this process. */
export async function readConfig(): Promise<ServerConfig> {
  return parseConfig(readEnvironment(), await defaultDataDirectory(process.cwd()));
}

/** Opens the configured database for the length of some work, and says where it is. */
export async function withDatabase<Result>(
  config: ServerConfig,
  work: (database: OpenDatabase) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase(config.database, (step) => say(`  ${step} …`));
  try {
    say(`✓ ${database.place}`);
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Errors that tell a person what to do; any other is a fault of ours and shows its stack. */
const EXPECTED = new Set([
  'ConfigError',
  'DatasetError',
  'DocumentsError',
  'EmbeddedPostgresError',
  'FenceError',
  'MigrationError',
  'CommandError',
]);

/** Why a command cannot do its work. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** Says why a command failed. */
export function sayFailure(error: unknown): void {
  const isExpected = error instanceof ConfigError || (error instanceof Error && EXPECTED.has(error.name));
  say(`✗ ${isExpected ? (error as Error).message : explain(error)}`);
}

const CONNECTION_CODES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'the host is not known',
  ETIMEDOUT: 'the host does not answer',
  '28P01': 'the password is wrong',
  '28000': 'the user may not connect',
  '3D000': 'there is no such database',
};

/** What the driver says without a code. */
const CONNECTION_MESSAGES: Readonly<Record<string, string>> = {
  'timeout expired': 'the host does not answer',
  'Connection terminated due to connection timeout': 'the host does not answer',
  'Connection terminated unexpectedly':
    'the connection was ended there, perhaps by something else than PostgreSQL',
};

function explain(error: unknown): string {
  const { code, message, address, port } = error as NodeJS.ErrnoException & {
    address?: string;
    port?: number;
  };
  const reason = code === undefined ? CONNECTION_MESSAGES[message] : CONNECTION_CODES[code];
  if (reason !== undefined) {
    const place = address === undefined ? '' : ` at ${address}:${port}`;
    return `PostgreSQL cannot be reached${place}: ${reason}. Check DATABASE_URL, or leave it out to use the embedded one.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
