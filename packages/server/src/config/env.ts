/** The environment as it is read, before anything is checked. Empty texts count as absent. */
export type ServerEnvironment = {
  readonly host: string | undefined;
  readonly port: string | undefined;
  readonly databaseUrl: string | undefined;
  readonly databaseReplicaUrl: string | undefined;
  readonly dataDirectory: string | undefined;
  readonly logLevel: string | undefined;
  readonly publicUrl: string | undefined;
  readonly persistedDocuments: string | undefined;
  readonly onlyPersisted: string | undefined;
  readonly oidcIssuer: string | undefined;
  readonly oidcAudience: string | undefined;
  readonly oidcJwksUrl: string | undefined;
  readonly oidcClaim: string | undefined;
  readonly cacheHome: string | undefined;
};

/** Names of the variables, each with what it says. The help of the program prints them. */
export const ENVIRONMENT = {
  HOST: 'address to listen on (default localhost)',
  PORT: 'port to listen on; 0 takes a free one (default 4000)',
  DATABASE_URL: 'PostgreSQL to use, as postgresql://…; without it an embedded one in DATA_DIR',
  DATABASE_REPLICA_URL: 'PostgreSQL that follows the other one; what is not behind is read there',
  DATA_DIR: 'folder of the embedded PostgreSQL (default .data)',
  LOG_LEVEL: 'fatal, error, warn, info, debug or trace (default info)',
  PUBLIC_URL: 'address under which readers reach the gateway (default as it listens)',
  PERSISTED_DOCUMENTS: 'JSON file of documents by their SHA-256, known besides those of the SDK',
  ONLY_PERSISTED: 'true to answer no documents but the known ones (default false)',
  OIDC_ISSUER: 'who vouches for people that sign in; several with spaces between (default nobody)',
  OIDC_AUDIENCE: 'what tokens must be meant for; one for all issuers, or one for each',
  OIDC_JWKS_URL: 'where each issuer tells its keys (default found by discovery)',
  OIDC_CLAIM: 'the claim that says what somebody may do (default reintegration)',
  XDG_CACHE_HOME: 'where compiled code is kept for the next start (default ~/.cache)',
} as const;

/** Reads the environment: the only place that does. */
export function readEnvironment(env: NodeJS.ProcessEnv = process.env): ServerEnvironment {
  const read = (name: keyof typeof ENVIRONMENT) => env[name]?.trim() || undefined;
  return {
    host: read('HOST'),
    port: read('PORT'),
    databaseUrl: read('DATABASE_URL'),
    databaseReplicaUrl: read('DATABASE_REPLICA_URL'),
    dataDirectory: read('DATA_DIR'),
    logLevel: read('LOG_LEVEL'),
    publicUrl: read('PUBLIC_URL'),
    persistedDocuments: read('PERSISTED_DOCUMENTS'),
    onlyPersisted: read('ONLY_PERSISTED'),
    oidcIssuer: read('OIDC_ISSUER'),
    oidcAudience: read('OIDC_AUDIENCE'),
    oidcJwksUrl: read('OIDC_JWKS_URL'),
    oidcClaim: read('OIDC_CLAIM'),
    cacheHome: read('XDG_CACHE_HOME'),
  };
}

/** Whether a package manager started this process, by a script of a package. */
export function isPackageScript(env: NodeJS.ProcessEnv = process.env): boolean {
  return env.npm_lifecycle_event !== undefined;
}
