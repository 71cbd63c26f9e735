import type { TestIssuer } from '../../packages/server/src/auth/started-issuer.fixture.ts';
import { credentialRows } from './credentials.ts';
import { DOCUMENTS } from './documents.ts';
import { INPUTS } from './inputs.ts';
import type { HostileRow } from './row.ts';
import { TRANSPORT } from './transport.ts';

/**
 * All requests of whoever means harm, each with its answer: tried by the tests of the gateway, timed in `bench`.
 *
 * @param issuer - who vouches for the users of the gateway
 * @param other - who vouches for nobody
 */
export async function hostileRows(issuer: TestIssuer, other: TestIssuer): Promise<readonly HostileRow[]> {
  return [...DOCUMENTS, ...INPUTS, ...TRANSPORT, ...(await credentialRows(issuer, other))];
}
