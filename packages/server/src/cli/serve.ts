import { type Logger, pino } from 'pino';
import type { ServerConfig } from '../config/config.ts';
import { createPool } from '../database/open-database.ts';
import { createGateway, type Gateway } from '../gateway.ts';
import { CommandError, readConfig, say, withDatabase } from './command.ts';
import { findOwnDatasets } from './datasets.ts';
import { loadAll } from './load.ts';
import { migrateAndSay } from './migrate.ts';

/** Milliseconds that running requests get to finish. */
const PATIENCE_MS = 30_000;

/** Milliseconds in which signals count as one. */
const REPEAT_MS = 1_000;

/** Options of `reintegration serve`. */
export type ServeOptions = { readonly load: boolean };

/** Serves until it is told to stop. */
export async function serve({ load }: ServeOptions): Promise<void> {
  const config = await readConfig();
  const stopped = stopSignal();
  await withDatabase(config, async ({ url }) => {
    const logger = pino({ level: config.logLevel });
    const pool = createPool(url);
    // A connection that breaks while idle is replaced; without a listener it would end the process.
    pool.on('error', (error) => logger.warn({ err: error }, 'an idle connection to the database broke'));
    try {
      await migrateAndSay(url);
      if (load) await loadAll(pool, await findOwnDatasets());
      const gateway = await createGateway({ pool, logger, publicUrl: config.publicUrl });
      const address = await listen(gateway, config);
      sayWhereToLook(address);
      say(`\nStopping on ${await stopped}: running requests finish first.`);
      await close(gateway, logger);
    } finally {
      await pool.end();
    }
  });
  say('✓ stopped');
}

/** Resolves at the first signal to stop. A later one ends the process at once. */
function stopSignal(): Promise<string> {
  return new Promise((resolve) => {
    let firstAt: number | undefined;
    const onSignal = (signal: string) => {
      firstAt ??= Date.now();
      resolve(signal);
      // One Ctrl-C arrives several times: from the terminal, and from each program that started this one.
      if (Date.now() - firstAt > REPEAT_MS) process.exit(130);
    };
    process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  });
}

async function listen(gateway: Gateway, { host, port }: ServerConfig): Promise<string> {
  try {
    return await gateway.listen({ host, port });
  } catch (error) {
    await gateway.close();
    const { code } = error as { code?: string };
    if (code === 'EADDRINUSE') {
      throw new CommandError(
        `Port ${port} of ${host} is taken by another program, perhaps by a gateway that is running already. ` +
          `Stop that one, or choose another port: PORT=${port + 1}.`,
      );
    }
    if (code === 'EACCES')
      throw new CommandError(`Port ${port} may not be used by this user. Choose one above 1023: PORT=4000.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new CommandError(
        `HOST is "${host}", which is no address of this machine. Expected localhost, 0.0.0.0 or one of its own.`,
      );
    }
    throw error;
  }
}

function sayWhereToLook(address: string): void {
  const shown = address.replace('127.0.0.1', 'localhost').replace('[::1]', 'localhost');
  say(`
The gateway is running. Look next at:
  ${shown}/                what is served now
  ${shown}/graphql         explorer with examples; the endpoint for programs
  ${shown}/schema.graphql  the contract
  ${shown}/health/ready    for monitoring
Stop with Ctrl-C.
`);
}

async function close(gateway: Gateway, logger: Logger): Promise<void> {
  const patience = setTimeout(() => {
    logger.warn('requests that did not finish in time are cut off');
    gateway.app.server.closeAllConnections();
  }, PATIENCE_MS);
  await gateway.close();
  clearTimeout(patience);
  await flush(logger);
}

async function flush(logger: Logger): Promise<void> {
  await new Promise<void>((resolve) => logger.flush(() => resolve()));
}
