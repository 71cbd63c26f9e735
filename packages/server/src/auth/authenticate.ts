import { createHash } from 'node:crypto';
import {
  findViewerByGrant,
  findViewerByKey,
  type Reader,
  type Restricted,
  type Viewer,
} from '@reintegration/schema';
import { LRUCache } from 'lru-cache';
import type { Credential } from './credential.ts';
import { createGuesses } from './guesses.ts';
import { createMemory, type Found } from './remember.ts';
import type { TokenCheck } from './token.ts';

/** What telling who asks needs. */
export type AuthMeans = {
  readonly reader: Reader;
  readonly restricted: Restricted;
  /** Checks tokens; null where nobody vouches for anybody. */
  readonly checkToken: TokenCheck | null;
};

/**
 * Tells who asks; null for a credential that is nobody's.
 *
 * @param address - where the request came from, as the socket says
 */
export type Authenticate = (credential: Credential, address: string) => Promise<Viewer | null>;

const PUBLIC: Viewer = { role: 'PUBLIC' };
/** Keys that were good once, and may be looked up as often as they are asked for. */
const MOST_SEEN = 10_000;

/** Creates what tells who asks, for one gateway. It throws when nobody can say: the caller is then nobody, not the public. */
export function createAuthenticate({ reader, restricted, checkToken }: AuthMeans): Authenticate {
  const memory = createMemory();
  const guesses = createGuesses();
  const seen = new LRUCache<string, true>({ max: MOST_SEEN });

  const findKey = async (hash: string, address: string): Promise<Found> => {
    const look = () => findViewerByKey(restricted, hash);
    const found = seen.has(hash) ? await look() : await guesses.attempt(address, look);
    if (found !== null) seen.set(hash, true);
    return found;
  };
  const findToken = async (token: string): Promise<Found> => {
    const verified = await checkToken?.(token);
    if (!verified) return null;
    const { caller, grant, expiresAt } = verified;
    const viewer = await findViewerByGrant(reader, caller, grant);
    return viewer && { viewer, expiresAt };
  };
  return async (credential, address) => {
    switch (credential.kind) {
      case 'none':
        return PUBLIC;
      case 'key':
        return memory.find(`key ${credential.hash}`, () => findKey(credential.hash, address));
      case 'token': {
        const { token } = credential;
        const name = createHash('sha256').update(token).digest('base64');
        return memory.find(`token ${name}`, () => findToken(token));
      }
      default:
        return null;
    }
  };
}
