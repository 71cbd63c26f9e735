import path from 'node:path';
import * as z from 'zod';
import type { Issuer } from '../auth/token.ts';
import type { ServerEnvironment } from './env.ts';
import { issuerProblem, issuerSettings, issuersOf } from './issuers.ts';
import { Secret } from './secret.ts';

/** How the server runs, checked. */
export type ServerConfig = {
  readonly host: string;
  readonly port: number;
  /** Where the database is: a server by its address, or an embedded one in a folder. */
  readonly database: { readonly url: Secret } | { readonly dataDirectory: string };
  /** A copy of the database to read from. */
  readonly replica: Secret | null;
  readonly logLevel: LogLevel;
  readonly publicUrl: string | null;
  /** File of further documents that are known by their hash. */
  readonly persistedDocuments: string | null;
  /** Whether no other documents are answered. */
  readonly onlyPersisted: boolean;
  /** Who vouches for people that sign in; nobody when empty. */
  readonly issuers: readonly Issuer[];
};

/** How much is logged. */
export type LogLevel = (typeof LOG_LEVELS)[number];

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Why the environment cannot be used: every variable that is wrong, with what was expected. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const PORT = 'a port from 0 to 65535';

const ADDRESS = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'a PostgreSQL address such as postgresql://user:password@host:5432/name',
});

const settings = z.object({
  HOST: z.string().default('localhost'),
  PORT: z
    .string()
    .regex(/^\d+$/, PORT)
    .transform(Number)
    .refine((port) => port <= 65_535, PORT)
    .default(4000),
  DATABASE_URL: ADDRESS.optional(),
  DATABASE_REPLICA_URL: ADDRESS.optional(),
  DATA_DIR: z.string().optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `one of ${LOG_LEVELS.join(', ')}` }).default('info'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'an address such as https://data.example.org' })
    .optional(),
  PERSISTED_DOCUMENTS: z.string().optional(),
  ONLY_PERSISTED: z.enum(['true', 'false'], { error: 'true or false' }).default('false'),
  ...issuerSettings,
});

const SECRET_NAMES = new Set(['DATABASE_URL', 'DATABASE_REPLICA_URL']);

/**
 * Checks the environment.
 *
 * @param defaultDataDirectory - folder of the embedded PostgreSQL when none is named
 * @throws ConfigError with every variable that is wrong
 */
export function parseConfig(env: ServerEnvironment, defaultDataDirectory: string): ServerConfig {
  const values = {
    HOST: env.host,
    PORT: env.port,
    DATABASE_URL: env.databaseUrl,
    DATABASE_REPLICA_URL: env.databaseReplicaUrl,
    DATA_DIR: env.dataDirectory,
    LOG_LEVEL: env.logLevel,
    PUBLIC_URL: env.publicUrl,
    PERSISTED_DOCUMENTS: env.persistedDocuments,
    ONLY_PERSISTED: env.onlyPersisted,
    OIDC_ISSUER: env.oidcIssuer,
    OIDC_AUDIENCE: env.oidcAudience,
    OIDC_JWKS_URL: env.oidcJwksUrl,
    OIDC_CLAIM: env.oidcClaim,
  };
  const { success, data, error } = settings.safeParse(values, {
    // It is read once: compiling the schema takes longer than what that spares.
    jitless: true,
  });
  if (!success) {
    const lines = error.issues.map(({ path: [name], message }) => {
      const found = SECRET_NAMES.has(String(name))
        ? '(not shown)'
        : `"${values[name as keyof typeof values]}"`;
      return `${String(name)}: found ${found}, expected ${message}`;
    });
    throw unusable(lines);
  }
  const problem = issuerProblem(data);
  if (problem !== null) throw unusable([problem]);
  return {
    host: data.HOST,
    port: data.PORT,
    database: data.DATABASE_URL
      ? { url: new Secret(data.DATABASE_URL) }
      : { dataDirectory: path.resolve(data.DATA_DIR ?? defaultDataDirectory) },
    replica: data.DATABASE_REPLICA_URL ? new Secret(data.DATABASE_REPLICA_URL) : null,
    logLevel: data.LOG_LEVEL,
    publicUrl: data.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    persistedDocuments: data.PERSISTED_DOCUMENTS ?? null,
    onlyPersisted: data.ONLY_PERSISTED === 'true',
    issuers: issuersOf(data),
  };
}

function unusable(lines: readonly string[]): ConfigError {
  return new ConfigError(`The environment cannot be used:\n${lines.map((line) => `  ${line}`).join('\n')}`);
}
