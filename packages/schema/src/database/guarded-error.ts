/**
 * A failure within a guarded transaction, without a word of what was written: errors of Prisma and of PostgreSQL hold
 * the values of rows, and errors end in logs.
 */
export class GuardedError extends Error {
  override readonly name = 'GuardedError';
  /** PostgreSQL's own code, or one that says the same. */
  readonly code: string;

  constructor(code: string) {
    super(`The database refused work on guarded tables (${code}).`);
    this.code = code;
  }
}

/** What Prisma says, in PostgreSQL's codes: timed out, cannot be reached, too many connections. */
const CODES: Readonly<Record<string, string>> = {
  P1001: '08006',
  P1002: '08006',
  P1008: '57014',
  P1017: '08006',
  P2024: '53300',
  P2028: '57014',
};

type Failure = {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly clientVersion?: unknown;
  readonly cause?: unknown;
  readonly meta?: { readonly driverAdapterError?: unknown };
  readonly originalCode?: unknown;
};

/** The code of PostgreSQL within an error, as deep as it lies. */
function codeWithin(error: unknown, depth = 0): string | null {
  if (typeof error !== 'object' || error === null || depth > 4) return null;
  const { originalCode, meta, cause, code } = error as Failure;
  if (typeof originalCode === 'string') return originalCode;
  const inner = codeWithin(meta?.driverAdapterError, depth + 1) ?? codeWithin(cause, depth + 1);
  if (inner !== null) return inner;
  return typeof code === 'string' ? (CODES[code] ?? code) : null;
}

/** An error without values, in place of one that the database or its driver made; any other as it is. */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { clientVersion } = error as Failure;
  const isPrisma = clientVersion !== undefined || error.name.startsWith('PrismaClient');
  if (!isPrisma && error.name !== 'DriverAdapterError') return error;
  return new GuardedError(codeWithin(error) ?? 'XX000');
}
