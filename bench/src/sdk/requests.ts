import { setTimeout as wait } from 'node:timers/promises';
import { type CountingServer, json, type Reply } from './counting-server.ts';
import { LIST_LENGTH } from './hub-answers.ts';
import type { Program } from './program.ts';

const TOKEN = 'token-of-a-user';
/** Longer than any wait that is asked for here. */
const PATIENCE_MS = 8_000;

/** Requests that each piece of work took. */
export type Requests = {
  readonly related: number;
  readonly atOnce: number;
  readonly again: number;
  /** Bytes of answers, without headers, that asking again took beyond asking once. */
  readonly bytesAgain: number;
  readonly list: number;
};

/** Counts what a client sends. Each piece of work has a client of its own, so that nothing is left from the last. */
export async function countRequests(program: Program, server: CountingServer): Promise<Requests> {
  const count = async (work: (client: unknown) => Promise<unknown>) => {
    const client = program.connect(server.url, TOKEN);
    server.reset();
    await work(client);
    return server.times.length;
  };
  const sizesOf = async (): Promise<readonly number[]> => {
    await count(async (client) => {
      await program.query(client, 'a');
      await program.query(client, 'a');
    });
    return server.sizes;
  };
  const [, ...sizes] = await sizesOf();
  return {
    bytesAgain: sizes.reduce((sum, size) => sum + size, 0),
    again: sizes.length + 1,
    related: await count(async (client) => {
      const relations = await program.related(client);
      const names = relations.flat().filter((name) => name !== '');
      if (names.length !== 6)
        throw new Error(`Expected 3 items with 2 relations, found ${names.join(', ')}.`);
    }),
    atOnce: await count((client) => Promise.all([program.query(client, 'a'), program.query(client, 'a')])),
    list: await count(async (client) => {
      const { length } = await program.list(client);
      if (length !== LIST_LENGTH) throw new Error(`Expected ${LIST_LENGTH} items, found ${length}.`);
    }),
  };
}

/** As a proxy answers that limits requests. */
const tooMany = (seconds: number): Reply => ({
  status: 429,
  headers: { 'content-type': 'text/plain', 'retry-after': String(seconds) },
  body: 'Too Many Requests',
});

/** How long a client waited before it asked again, over all tries; null when it gave up. */
export type Wait = { readonly leastMs: number; readonly mostMs: number } | null;

/** Tells a client to wait so many seconds, one at each server. */
export async function measureWait(
  { query, connect }: Pick<Program, 'query' | 'connect'>,
  servers: readonly CountingServer[],
  seconds: number,
): Promise<Wait> {
  const waits = await Promise.all(
    servers.map(async (server) => {
      server.reset([tooMany(seconds)]);
      const end = new AbortController();
      await Promise.race([
        query(connect(server.url, TOKEN), 'a').catch(() => null),
        wait(PATIENCE_MS, null, { signal: end.signal }).catch(() => null),
      ]);
      end.abort();
      const [first = 0, second] = server.times;
      return second === undefined ? null : Math.round(second - first);
    }),
  );
  const asked = waits.filter((ms) => ms !== null);
  return asked.length === 0 ? null : { leastMs: Math.min(...asked), mostMs: Math.max(...asked) };
}

/** Refusals as servers make them: by status, and by an error in the answer. */
export const REFUSALS: readonly Reply[] = [
  json({ message: 'Bad credentials', errors: [{ message: 'Bad credentials' }] }, {}, 401),
  json({ data: null, errors: [{ message: 'The search cannot be answered.', path: ['cities'] }] }),
  json({ message: 'Validation Failed' }, {}, 422),
];
