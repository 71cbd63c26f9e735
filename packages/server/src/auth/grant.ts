import type { Grant } from '@reintegration/schema';
import type { JWTPayload } from 'jose';
import * as z from 'zod';

const codes = z.array(z.string()).default([]);

/** Nobody is made an operator by a token, and whoever is to be public sends none. */
const grant = z.object({
  role: z.enum(['MEMBER', 'PARTNER', 'STEWARD']),
  organization: z.string(),
  projects: codes,
  cities: codes,
});

/** What a token grants, by the claim that says so; null when that cannot be read. */
export function readGrant(payload: JWTPayload, claim: string): Grant | null {
  const { success, data } = grant.safeParse(payload[claim]);
  return success ? data : null;
}
