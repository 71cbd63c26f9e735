import * as z from 'zod';
import type { Issuer } from '../auth/token.ts';
import { isTrustworthy } from '../auth/trustworthy.ts';

const ADDRESSES = 'addresses such as https://login.example.org, with spaces between';

const words = z.string().transform((text) => text.split(/\s+/));
const addresses = words.refine((given) => given.every(isTrustworthy), ADDRESSES);

/** The variables that say who vouches for people that sign in. */
export const issuerSettings = {
  OIDC_ISSUER: addresses.optional(),
  OIDC_AUDIENCE: words.optional(),
  OIDC_JWKS_URL: addresses.optional(),
  OIDC_CLAIM: z.string().optional(),
};

type IssuerSettings = {
  readonly OIDC_ISSUER?: readonly string[] | undefined;
  readonly OIDC_AUDIENCE?: readonly string[] | undefined;
  readonly OIDC_JWKS_URL?: readonly string[] | undefined;
  readonly OIDC_CLAIM?: string | undefined;
};

/** What does not fit together among these variables; null when all does. */
export function issuerProblem({
  OIDC_ISSUER: issuers,
  OIDC_AUDIENCE: audiences,
  OIDC_JWKS_URL: jwksUrls,
  OIDC_CLAIM: claim,
}: IssuerSettings): string | null {
  if (issuers === undefined) {
    const isAlone = audiences !== undefined || jwksUrls !== undefined || claim !== undefined;
    return isAlone
      ? 'OIDC_ISSUER: found nothing, expected the issuer that the other OIDC_ settings are for'
      : null;
  }
  const count = issuers.length;
  if (new Set(issuers).size < count) return 'OIDC_ISSUER: found one twice, expected different ones';
  if (audiences === undefined) return 'OIDC_AUDIENCE: found nothing, expected what tokens must be meant for';
  if (audiences.length !== 1 && audiences.length !== count) {
    return `OIDC_AUDIENCE: found ${audiences.length}, expected one for all issuers, or ${count}`;
  }
  if (jwksUrls !== undefined && jwksUrls.length !== count) {
    return `OIDC_JWKS_URL: found ${jwksUrls.length}, expected one for each issuer, or none`;
  }
  return null;
}

/** Who vouches for people that sign in. */
export function issuersOf({
  OIDC_ISSUER: issuers = [],
  OIDC_AUDIENCE: audiences = [],
  OIDC_JWKS_URL: jwksUrls = [],
  OIDC_CLAIM: claim,
}: IssuerSettings): readonly Issuer[] {
  return issuers.map((issuer, index) => ({
    issuer,
    audience: audiences[index] ?? audiences[0] ?? '',
    jwksUrl: jwksUrls[index] ?? null,
    ...(claim !== undefined && { claim }),
  }));
}
