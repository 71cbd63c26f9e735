import type { Grant } from '@reintegration/schema';
import { decodeJwt, errors, jwtVerify } from 'jose';
import { readGrant } from './grant.ts';
import { createIssuerKeys, IssuerUnavailable } from './issuer-keys.ts';

/** Who may vouch for people that sign in, and how. */
export type Issuer = {
  /** Its name, as tokens tell it in `iss`. */
  readonly issuer: string;
  /** What tokens must be meant for, as they tell it in `aud`. */
  readonly audience: string;
  /** Address of its keys (JWKS); found by OpenID Connect Discovery when null or left out. */
  readonly jwksUrl?: string | null;
  /** The claim that says what somebody may do; `reintegration` when left out. */
  readonly claim?: string;
};

/** What a good token says. */
export type VerifiedToken = {
  /** Names the person among all that this gateway ever meets. */
  readonly caller: string;
  readonly grant: Grant;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
};

/** Checks a token; null for one that is not good. */
export type TokenCheck = (token: string) => Promise<VerifiedToken | null>;

const DEFAULT_CLAIM = 'reintegration';
const ALGORITHMS = ['RS256', 'ES256', 'EdDSA'];
/** Seconds that clocks may differ. */
const TOLERANCE_S = 5;
/** Longest name of a person, in characters. */
const LONGEST_SUBJECT = 255;

/**
 * Checks tokens of these issuers.
 *
 * @returns a check that throws IssuerUnavailable when nobody can say whether a token is good
 */
export function createTokenCheck(issuers: readonly Issuer[]): TokenCheck {
  const known = new Map(
    issuers.map((issuer) => {
      const { jwksUrl = null } = issuer;
      return [issuer.issuer, { ...issuer, keys: createIssuerKeys({ issuer: issuer.issuer, jwksUrl }) }];
    }),
  );
  return async (token) => {
    try {
      const claimed = known.get(String(decodeJwt(token).iss));
      if (claimed === undefined) return null;
      const { issuer, audience, keys, claim = DEFAULT_CLAIM } = claimed;
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        clockTolerance: TOLERANCE_S,
        requiredClaims: ['iss', 'aud', 'exp', 'sub'],
      });
      const { sub, exp = 0 } = payload;
      const grant = readGrant(payload, claim);
      if (grant === null || !isName(sub)) return null;
      return { caller: `subject:${issuer}#${sub}`, grant, expiresAt: 1000 * (exp + TOLERANCE_S) };
    } catch (error) {
      if (isOfIssuer(error)) throw new IssuerUnavailable((error as Error).message);
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  };
}

function isName(subject: unknown): subject is string {
  return typeof subject === 'string' && subject !== '' && subject.length <= LONGEST_SUBJECT;
}

/** Whether the issuer is to blame, not the token. */
function isOfIssuer(error: unknown): boolean {
  return (
    error instanceof IssuerUnavailable ||
    error instanceof errors.JWKSTimeout ||
    error instanceof errors.JWKSInvalid
  );
}
