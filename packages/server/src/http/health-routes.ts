import { type Reader, readDataVersion } from '@reintegration/schema';
import type { FastifyInstance } from 'fastify';

/** Milliseconds that the database may take to say that it is there. */
const PATIENCE_MS = 2_000;

async function within<Value>(promise: Promise<Value>, ms: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The database did not answer in time')), ms);
  });
  return Promise.race([promise, timeout]).finally(() => clearTimeout(timer));
}

/**
 * Adds `/health/live` (the process runs) and `/health/ready` (it can answer: the database is there, and it is
 * not shutting down). Neither tells why not; the log does.
 */
export function addHealthRoutes(app: FastifyInstance, reader: Reader, isClosing: () => boolean): void {
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (request, reply) => {
    try {
      if (isClosing()) throw new Error('The gateway is shutting down');
      return { status: 'ready', dataVersion: await within(readDataVersion(reader), PATIENCE_MS) };
    } catch (error) {
      request.log.warn({ err: error }, 'not ready');
      return reply.code(503).header('retry-after', '2').send({ status: 'unavailable' });
    }
  });
}
