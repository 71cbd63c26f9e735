import { FORGERIES } from '../../packages/server/src/auth/forgeries.fixture.ts';
import { createGuess } from '../../packages/server/src/auth/guess.fixture.ts';
import type { TestIssuer } from '../../packages/server/src/auth/started-issuer.fixture.ts';
import { asked, type HostileRow, NOBODY } from './row.ts';

const QUERY = '{ cities { totalCount } }';
/** What only the database can tell to be nobody's. */
const IS_LOOKED_UP = /unknown (organization|project|city)|SQL/;

const signed = (id: HostileRow['id'], authorization: string): HostileRow =>
  asked(id, NOBODY, QUERY, undefined, { authorization });

/** What is signed by nobody. A made-up key is another one each time. */
export async function credentialRows(issuer: TestIssuer, other: TestIssuer): Promise<readonly HostileRow[]> {
  const forged = FORGERIES.map(async ([what, forge]): Promise<HostileRow> => {
    const name = what.replaceAll(/[^A-Za-z0-9]+/g, '-');
    const row = signed(`forged-tokens/${name}`, `Bearer ${await forge(issuer, other)}`);
    return IS_LOOKED_UP.test(what) ? { ...row, isLookedUp: true } : row;
  });
  const guess = createGuess();
  const keys = {
    checksum: `Bearer ${guess.slice(0, -1)}${guess.endsWith('a') ? 'b' : 'a'}`,
    short: `Bearer ${guess.slice(0, -3)}`,
    more: `Bearer ${guess} x`,
    'no-scheme': guess,
    'other-scheme': `Basic ${Buffer.from(`key:${guess}`).toString('base64')}`,
    two: `Bearer ${guess}, Bearer ${guess}`,
    nothing: 'Bearer',
    null: 'Bearer null',
    hash: `Bearer ${'0123456789abcdef'.repeat(4)}`,
    sql: "Bearer ' OR 1=1 --",
    long: `Bearer ${'a'.repeat(9_000)}`,
  };
  return [
    ...(await Promise.all(forged)),
    { ...signed('forged-keys/guess', `Bearer ${guess}`), isLookedUp: true },
    ...Object.entries(keys).map(([name, authorization]) => signed(`forged-keys/${name}`, authorization)),
  ];
}
