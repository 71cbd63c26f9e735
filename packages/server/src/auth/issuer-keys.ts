import { createRemoteJWKSet, customFetch, type FetchImplementation, type JWTVerifyGetKey } from 'jose';
import { isTrustworthy } from './trustworthy.ts';

/** Milliseconds that an issuer may take to answer. */
const PATIENCE_MS = 3_000;
/** Milliseconds for which keys are known without asking again. */
const KEPT_MS = 10 * 60_000;
/** Milliseconds after an answer in which no unknown key has the issuer asked again. */
const COOLDOWN_MS = 30_000;
/** Milliseconds after a failure in which it is not asked again. */
const REST_MS = 5_000;

/** Why nobody can say whether a token is good: its issuer does not tell its keys. */
export class IssuerUnavailable extends Error {
  override readonly name = 'IssuerUnavailable';
}

/** Where an issuer tells its keys. */
export type KeySource = {
  readonly issuer: string;
  /** Address of its keys; it is asked for by OpenID Connect Discovery when null. */
  readonly jwksUrl: string | null;
};

/**
 * Finds the key that a token says it is signed with among those of its issuer. They are kept, and asked for again at
 * bounded intervals, whatever tokens say.
 */
export function createIssuerKeys({ issuer, jwksUrl }: KeySource): JWTVerifyGetKey {
  let restsUntil = 0;

  /** Asks the issuer, unless it has just failed to answer. */
  const ask: FetchImplementation = async (url, options) => {
    if (performance.now() < restsUntil)
      throw new IssuerUnavailable('The issuer did not answer a moment ago.');
    try {
      const response = await fetch(url, options);
      if (response.status !== 200) throw new Error(`It answered with status ${response.status}`);
      // Read here, as a body that breaks off is a failure of the issuer.
      return Response.json(await response.json());
    } catch (error) {
      restsUntil = performance.now() + REST_MS;
      throw new IssuerUnavailable(`${String(url)} tells no keys: ${(error as Error).message}.`);
    }
  };
  const find = async (): Promise<JWTVerifyGetKey> =>
    createRemoteJWKSet(new URL(jwksUrl ?? (await discover(issuer, ask))), {
      cacheMaxAge: KEPT_MS,
      cooldownDuration: COOLDOWN_MS,
      timeoutDuration: PATIENCE_MS,
      [customFetch]: ask,
    });
  let found: Promise<JWTVerifyGetKey> | undefined;
  return async (header, token) => {
    found ??= find().catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return (await found)(header, token);
  };
}

/** Asks an issuer where its keys are (OpenID Connect Discovery 1.0). */
async function discover(issuer: string, ask: FetchImplementation): Promise<string> {
  const response = await ask(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    method: 'GET',
    redirect: 'manual',
    headers: new Headers({ accept: 'application/json' }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const told = (await response.json()) as { readonly issuer?: unknown; readonly jwks_uri?: unknown };
  const { issuer: self, jwks_uri: address } = told ?? {};
  if (self !== issuer || typeof address !== 'string' || !isTrustworthy(address)) {
    throw new IssuerUnavailable(`${issuer} tells no address of its keys, or calls itself otherwise.`);
  }
  return address;
}
