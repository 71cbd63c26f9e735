import type { Context } from '../context.ts';

/** Who may see a field: a viewer of this role, or of one further down. */
export const SCOPES = ['PUBLIC', 'MEMBER', 'PARTNER', 'STEWARD'] as const;

/** The least role that sees a field. */
export type Scope = (typeof SCOPES)[number];

/** The command line stands above all that a request can be. */
const RANKS: readonly string[] = [...SCOPES, 'OPERATOR'];

/** Whether what has one scope is seen by fewer than what has another. */
export function isNarrower(scope: Scope, than: Scope): boolean {
  return SCOPES.indexOf(scope) > SCOPES.indexOf(than);
}

/** Whether the viewer of a request has at least this role. A role that is not known has none. */
export function maySee({ viewer }: Pick<Context, 'viewer'>, scope: Scope): boolean {
  return RANKS.indexOf(viewer.role) >= SCOPES.indexOf(scope);
}

/** What a type or a field says of itself. */
export type ScopeExtensions = {
  readonly scope: Scope;
  /** What a field answers to whom it is not for, where neither null nor an empty list can say that nothing is there. */
  readonly absent?: (args: Readonly<Record<string, unknown>>) => unknown;
};

/**
 * The scope that a type or a field declares; undefined when it declares none.
 *
 * @throws Error for a word that is no scope
 */
export function scopeOf(name: string, { scope }: Readonly<Record<string, unknown>>): Scope | undefined {
  if (scope === undefined) return undefined;
  const known = SCOPES.find((word) => word === scope);
  if (known === undefined) {
    throw new Error(`The scope of ${name} is "${String(scope)}". Expected one of ${SCOPES.join(', ')}.`);
  }
  return known;
}
