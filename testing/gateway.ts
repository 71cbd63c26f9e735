import { once } from 'node:events';
import { connect } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { createGateway, type Gateway, type GatewayOptions } from '../packages/server/src/index.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

/** A gateway of a test's own, listening on a free port, with a copy of the real dataset. */
export type TestGateway = {
  readonly gateway: Gateway;
  readonly url: string;
  readonly database: TestDatabase;
};

async function startGateway(
  options: Partial<GatewayOptions>,
): Promise<TestGateway & { close(): Promise<void> }> {
  const database = await createTestDatabase('loaded');
  const gateway = await createGateway({ pool: database.pool, ...options });
  const close = async () => {
    await gateway.close();
    await database.drop();
  };
  return { gateway, url: await gateway.listen({ host: '127.0.0.1', port: 0 }), database, close };
}

/** Starts a gateway for the running test, closed when it has finished. */
export async function useTestGateway(options: Partial<GatewayOptions> = {}): Promise<TestGateway> {
  const started = await startGateway(options);
  onTestFinished(() => started.close());
  return started;
}

/** Starts one gateway for all tests of the file, or of the group, that it is called in. */
export function shareTestGateway(options: Partial<GatewayOptions> = {}): TestGateway {
  let started: Awaited<ReturnType<typeof startGateway>> | undefined;
  const running = () => {
    if (!started) throw new Error('The gateway is there within tests only');
    return started;
  };
  beforeAll(async () => {
    started = await startGateway(options);
  });
  afterAll(() => started?.close());
  return {
    get gateway() {
      return running().gateway;
    },
    get url() {
      return running().url;
    },
    get database() {
      return running().database;
    },
  };
}

/** An answer of the GraphQL endpoint. */
export type GraphqlAnswer = {
  readonly status: number;
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
};

/** Posts an operation. */
export async function post(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<GraphqlAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, ...((await response.json()) as object) };
}

/** Sends a request, a POST of an operation unless told otherwise; the answer as text. */
export async function send(url: string, path = '/graphql', init: RequestInit = {}) {
  const headers = { 'content-type': 'application/json' };
  const request = { method: 'POST', body: '{"query":"{ dataVersion }"}', headers, ...init };
  const response = await fetch(`${url}${path}`, request);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Sends bytes as they are, which no client would, and reads until the gateway hangs up. */
export async function sendRaw(url: string, bytes: string): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.setTimeout(5_000, () => socket.destroy(new Error('The gateway neither answered nor hung up')));
  let answer = '';
  socket.setEncoding('utf8').on('data', (chunk) => {
    answer += chunk;
  });
  socket.write(bytes);
  await once(socket, 'close');
  return { status: Number(answer.split(' ', 2)[1]), body: answer.slice(answer.indexOf('\r\n\r\n') + 4) };
}

/** Locks a table in a session of its own: whatever reads it waits until it is released. */
export async function lockTable({ url }: TestDatabase, table: string): Promise<{ release(): Promise<void> }> {
  const session = new pg.Client({ connectionString: url });
  // The database may be dropped under it.
  session.on('error', () => undefined);
  await session.connect();
  onTestFinished(() => session.end());
  await session.query('BEGIN');
  await session.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
  return {
    release: async () => {
      await session.query('COMMIT');
    },
  };
}

/** Waits until a statement waits for a lock. */
export async function untilBlocked({ url }: TestDatabase): Promise<void> {
  const session = new pg.Client({ connectionString: url });
  await session.connect();
  try {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const { rowCount } = await session.query(
        'SELECT FROM pg_locks JOIN pg_database ON database = pg_database.oid WHERE NOT granted AND datname = current_database()',
      );
      if (rowCount !== 0) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('Nothing waits for a lock');
  } finally {
    await session.end();
  }
}
