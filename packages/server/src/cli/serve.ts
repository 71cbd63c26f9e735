import { type Logger, pino } from 'pino';
import type { ServerConfig } from '../config/config.ts';
import { createPool } from '../database/open-database.ts';
import type { PersistedDocuments } from '../documents/documents.ts';
import { bundledDocuments, readDocuments } from '../documents/read-documents.ts';
import { createGateway, type Gateway } from '../gateway.ts';
import { readConfig, say, withDatabase } from './command.ts';
import { keepHeapSmall } from './heap.ts';
import { listen, requireFreePort } from './listen.ts';
import { loadBundled } from './load.ts';
import { migrateAndSay } from './migrate.ts';
import { untilStopped } from './stopping.ts';

/** Milliseconds that running requests get to finish. */
const PATIENCE_MS = 30_000;

/** Options of `reintegration serve`. */
export type ServeOptions = { readonly load: boolean };

/** Serves until it is told to stop. */
export async function serve({ load }: ServeOptions): Promise<void> {
  keepHeapSmall();
  const config = await readConfig();
  // What cannot be served must not publish anything first.
  const persistedDocuments = documentsOf(config);
  await requireFreePort(config);
  const logs = pino.destination(1);
  const stopped = untilStopped([process.stdout, process.stderr, logs]);
  await withDatabase(config, async (database) => {
    const { pool, lost } = database;
    const logger = pino({ level: config.logLevel }, logs);
    const replica = config.replica && createPool(config.replica.reveal(), { isReplica: true });
    pool.on('error', (error) =>
      logger.warn({ reason: error.message }, 'an idle connection to the database broke'),
    );
    replica?.on('error', (error) =>
      logger.warn({ reason: error.message }, 'an idle connection to the replica broke'),
    );
    try {
      await migrateAndSay(database);
      const { publicUrl, onlyPersisted, issuers } = config;
      const settings = { logger, publicUrl, persistedDocuments, onlyPersisted, issuers };
      const [gateway] = await Promise.all([
        createGateway({ pool, ...(replica && { replica }), ...settings }),
        // Before it listens, a gateway only proves that people are guarded, whatever the data are.
        load ? loadBundled(pool) : undefined,
      ]);
      const address = await listen(gateway, config);
      sayWhereToLook(address, onlyPersisted);
      const reason = await Promise.race([stopped, lost]);
      if (typeof reason === 'string') say(`\nStopping on ${reason}: running requests finish first.`);
      await close(gateway, logger);
      if (typeof reason !== 'string') throw reason;
    } finally {
      await replica?.end();
    }
  });
  say('✓ stopped');
}

/** All documents that are known by their hash. */
function documentsOf({ persistedDocuments }: ServerConfig): PersistedDocuments {
  const own = persistedDocuments === null ? {} : readDocuments(persistedDocuments);
  return { ...bundledDocuments(), ...own };
}

function sayWhereToLook(address: string, onlyPersisted: boolean): void {
  const shown = address.replace('127.0.0.1', 'localhost').replace('[::1]', 'localhost');
  say(`
The gateway is running. Look next at:
  ${shown}/                what is served now
  ${shown}/graphql         ${onlyPersisted ? 'the endpoint, for known documents only' : 'explorer with examples; the endpoint for programs'}
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
