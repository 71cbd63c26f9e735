import { pino } from 'pino';
import { useTestGateway } from '../../../../testing/gateway.ts';
import { addKey } from '../../../../testing/viewers.ts';
import type { GatewayOptions } from '../gateway.ts';

/** The header of a request that is signed so. */
export const bearer = (text: string) => ({ authorization: `Bearer ${text}` });

/** What every refusal of a credential says. */
export const REFUSED = {
  errors: [
    {
      message:
        'The operation is for callers who say who they are, or the key or token in `Authorization` is wrong, expired or revoked.',
      extensions: { code: 'UNAUTHENTICATED' },
    },
  ],
};

/** A gateway for the running test, with all that it logs and how often it asks the database. */
export async function useSigningGateway(options: Partial<GatewayOptions> = {}) {
  const lines: string[] = [];
  const logger = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const { url, database, gateway } = await useTestGateway({ logger, ...options });
  let connects = 0;
  database.pool.on('acquire', () => {
    connects += 1;
  });
  const ask = async (query: string, headers: Record<string, string> = {}, init: RequestInit = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
      ...init,
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: JSON.parse(text) };
  };
  return {
    url,
    database,
    gateway,
    ask,
    log: () => lines.join(''),
    /** How often a connection was taken since this was last asked. */
    connects: () => {
      const count = connects;
      connects = 0;
      return count;
    },
    addKey: (given?: Parameters<typeof addKey>[1]) => addKey(database.pool, given),
  };
}
